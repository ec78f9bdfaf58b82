// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { DAY, type Office } from './__testUtils__/Office';
import { code, offices } from './__testUtils__/offices';
import { NOTE, OWNERS, type World } from './__testUtils__/World';

describe('revisions', () => {
  const openOffice = offices();
  let world: World;
  let office: Office;

  beforeEach(async () => {
    ({ world, office } = await openOffice());
  });

  it('sends back for changes, and a revision clears the approvals that were given', async () => {
    world.rule = OWNERS(2);
    const request = await office.pending(NOTE);
    await office.approve(request, 'olga');
    await expect(office.requestChanges(request, 'omar', '')).rejects.toEqual(
      code('comment-needed'),
    );
    expect(await office.requestChanges(request, 'omar')).toMatchObject({
      decision: 'changes-requested',
      decisions: [
        { approverRef: 'user:default/olga', lapsed: 'changes-requested' },
        { verdict: 'changes-requested', comment: 'Better' },
      ],
    });
    await expect(office.approve(request, 'oki')).rejects.toEqual(
      code('request-not-in-state'),
    );
    office.pass(DAY);
    const revised = await office.service.revise(
      request.id,
      { payload: { ...NOTE, text: 'Hello, all' } },
      office.caller('rita'),
    );
    expect(revised).toMatchObject({
      decision: 'pending',
      revision: 2,
      decideBy: '2026-06-04T10:00:00.000Z',
      stages: [{ approvedBy: [] }],
    });
    await office.approve(revised, 'omar');
    expect(await office.approve(revised, 'olga')).toMatchObject({
      decision: 'approved',
    });
    await office.due();
    expect(await world.read('hello.txt')).toBe('Hello, all');
  });

  it('refuses a revision of what was changed meanwhile', async () => {
    const request = await office.pending(NOTE);
    const input = { payload: NOTE, rowVersion: request.rowVersion - 1 };
    await expect(
      office.service.revise(request.id, input, office.caller('rita')),
    ).rejects.toEqual(code('request-moved'));
  });

  it('lets nobody but the requester revise what a rule would then approve by itself', async () => {
    const request = await office.pending(NOTE);
    world.rule = { mode: 'auto', by: ['free'] };
    const input = { payload: { ...NOTE, text: 'Mine' } };
    await expect(
      office.service.revise(request.id, input, office.caller('olga')),
    ).rejects.toEqual(code('revision-not-yours'));
    expect(
      await office.service.revise(request.id, input, office.caller('rita')),
    ).toMatchObject({ decision: 'approved' });
  });

  it('asks the requester where the world revised what a rule would approve by itself', async () => {
    world.rule = { mode: 'auto', by: ['free'] };
    world.once('propose', async () => {
      await world.write('hello.txt', 'Pushed');
      return {
        status: 'superseded',
        message: 'Somebody pushed.',
        authorRefs: ['user:default/stan'],
        actorRef: 'user:default/stan',
      };
    });
    const request = await office.pending(NOTE);
    expect(request).toMatchObject({
      decision: 'changes-requested',
      authorRefs: ['user:default/rita', 'user:default/stan'],
      plan: { before: 'Pushed' },
    });
    expect(world.runs(request.id)).not.toContain('execute.write');
    const revised = await office.service.revise(
      request.id,
      { payload: NOTE },
      office.caller('rita'),
    );
    expect(revised.decision).toBe('approved');
  });

  it('falls back to pending when the world revises what was approved', async () => {
    world.once('prepare', () => ({
      status: 'waiting',
      until: new Date(office.now + DAY),
      waitingFor: 'the host',
    }));
    const request = await office.pending(NOTE);
    await office.approve(request, 'olga');
    await office.due();
    const push = {
      actorRef: 'user:default/omar',
      authorRefs: ['user:default/omar'],
      message: 'Omar pushed to the branch.',
    };
    // The same plan is nothing new.
    await office.service.replan(request.id, push);
    expect(await office.see(request.id)).toMatchObject({
      decision: 'approved',
      execution: 'waiting',
    });
    await world.write('hello.txt', 'Pushed');
    await office.service.replan(request.id, push);
    const shown = await office.see(request.id);
    expect(shown).toMatchObject({
      decision: 'pending',
      execution: 'none',
      revision: 2,
      decisions: [{ lapsed: 'revised' }],
    });
    await expect(office.approve(shown, 'omar')).rejects.toEqual(
      code('approver-is-author'),
    );
    await office.approve(shown, 'olga');
    await office.due();
    expect(await office.see(request.id)).toMatchObject({
      execution: 'succeeded',
    });
    await expect(office.service.replan(request.id, push)).rejects.toEqual(
      code('request-ended'),
    );
  });
});
