// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Office } from './__testUtils__/Office';
import { offices } from './__testUtils__/offices';
import { NOTE, OWNERS, type World } from './__testUtils__/World';

describe('requests that nobody can decide about', () => {
  const openOffice = offices();
  let world: World;
  let office: Office;

  beforeEach(async () => {
    ({ world, office } = await openOffice());
  });

  it('say nothing while somebody is left', async () => {
    const request = await office.pending(NOTE, 'olga');
    expect(request.stages[0].state).toBe('pending');
    expect(request.blocked).toBeUndefined();
  });

  it('name who is out and why, and what helps, once the last one has a hand in it', async () => {
    office.groups.oki = [];
    const { id } = await office.pending(NOTE, 'olga');
    await office.service.revise(
      id,
      { payload: { ...NOTE, text: 'Hi' } },
      office.caller('omar'),
    );
    const { blocked } = await office.see(id);
    expect(blocked).toEqual({
      message:
        'One person of group:default/owners would have to approve, and too few are left: user:default/olga made it and user:default/omar wrote a part of it, and nobody decides about their own.',
      next: expect.stringMatching(/administrator cancel this request/),
      stages: [
        {
          id: 'owners',
          from: ['group:default/owners'],
          missing: 1,
          excluded: [
            { ref: 'user:default/olga', because: 'requester' },
            { ref: 'user:default/omar', because: 'author' },
          ],
        },
      ],
    });
    office.groups.oki = ['group:default/owners'];
    expect((await office.see(id)).blocked).toBeUndefined();
  });

  it('count those who approved already as no help for what is missing', async () => {
    world.rule = OWNERS(3);
    const request = await office.pending(NOTE, 'olga');
    await office.approve(request, 'omar');
    const { blocked } = await office.see(request.id);
    expect(blocked?.stages).toEqual([expect.objectContaining({ missing: 2 })]);
    world.rule = OWNERS(2);
    const other = await office.pending({ ...NOTE, name: 'other' }, 'olga');
    await office.approve(other, 'omar');
    expect((await office.see(other.id)).blocked).toBeUndefined();
  });

  it('name a group that nobody belongs to', async () => {
    world.rule = {
      mode: 'stages',
      by: ['empty'],
      stages: [
        {
          id: 'empty',
          from: ['group:default/nobody'],
          count: 1,
          rejectAfter: 1,
        },
      ],
    };
    const { blocked } = await office.pending(NOTE);
    expect(blocked).toMatchObject({
      message:
        'One person of group:default/nobody would have to approve, and too few people belong to it.',
      stages: [{ id: 'empty', missing: 1, excluded: [] }],
    });
  });

  it('is told no more when it is over', async () => {
    office.groups.omar = [];
    office.groups.oki = [];
    const request = await office.pending(NOTE, 'olga');
    expect(request.blocked).toBeDefined();
    const over = await office.service.cancel(
      request.id,
      {},
      office.caller('ada'),
    );
    expect(over.decision).toBe('cancelled');
    expect(over.blocked).toBeUndefined();
  });
});
