// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Office } from './__testUtils__/Office';
import { code, offices } from './__testUtils__/offices';
import { NOTE, OWNERS, type World } from './__testUtils__/World';

describe('rejections', () => {
  const openOffice = offices();
  let world: World;
  let office: Office;

  beforeEach(async () => {
    ({ world, office } = await openOffice());
  });

  it('rejects with a reason, which is kept, and takes back what the submission made', async () => {
    const request = await office.pending(NOTE);
    expect(await world.read('proposals', request.id)).toBe('Hello');
    await expect(office.reject(request, 'olga', '  ')).rejects.toEqual(
      code('comment-needed'),
    );
    const rejected = await office.reject(request, 'olga', 'Too short');
    expect(rejected).toMatchObject({
      decision: 'rejected',
      decisions: [{ verdict: 'rejected', comment: 'Too short' }],
    });
    await office.due();
    expect(await world.read('proposals', request.id)).toBeUndefined();
    expect(await world.read('hello.txt')).toBeUndefined();
    // Whoever decided may look at it later.
    office.groups.olga = ['group:default/owners'];
    expect(
      await office.service.get(request.id, office.caller('olga')),
    ).toMatchObject({ decision: 'rejected' });
    await expect(office.approve(request, 'omar')).rejects.toEqual(
      code('request-ended'),
    );
  });

  it('ends with as many rejections as the stage says', async () => {
    const rule = OWNERS(1);
    if (rule.mode === 'stages') rule.stages[0].rejectAfter = 2;
    world.rule = rule;
    const request = await office.pending(NOTE);
    expect(await office.reject(request, 'olga')).toMatchObject({
      decision: 'pending',
    });
    expect(await office.reject(request, 'omar')).toMatchObject({
      decision: 'rejected',
    });
  });

  it('takes the last word of a person for theirs', async () => {
    const rule = OWNERS(2);
    if (rule.mode === 'stages') rule.stages[0].rejectAfter = 2;
    world.rule = rule;
    const request = await office.pending(NOTE);
    await office.approve(request, 'olga');
    expect(await office.reject(request, 'olga')).toMatchObject({
      decision: 'pending',
      stages: [{ approvedBy: [], rejectedBy: ['user:default/olga'] }],
      decisions: [
        { verdict: 'approved', lapsed: 'replaced' },
        { verdict: 'rejected' },
      ],
    });
    expect(await office.approve(request, 'omar')).toMatchObject({
      decision: 'pending',
    });
    expect(await office.approve(request, 'olga')).toMatchObject({
      decision: 'approved',
    });
  });
});
