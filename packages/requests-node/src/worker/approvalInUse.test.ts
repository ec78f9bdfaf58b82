// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Office } from '../service/__testUtils__/Office';
import { code, offices } from '../service/__testUtils__/offices';
import { NOTE, OWNERS, type World } from '../service/__testUtils__/World';

describe('the worker, about an approval', () => {
  const openOffice = offices();
  let world: World;
  let office: Office;

  beforeEach(async () => {
    ({ world, office } = await openOffice());
  });

  describe('asks for the approval before it uses it', () => {
    it('does nothing when the plan is another by then', async () => {
      const { id } = await office.approved();
      await world.write('hello.txt', 'Meanwhile');
      await office.due();
      const seen = await office.see(id);
      expect(seen).toMatchObject({
        decision: 'pending',
        execution: 'none',
        revision: 2,
        plan: { before: 'Meanwhile' },
        decisions: [{ lapsed: 'revised' }],
      });
      expect(world.runs(id)).toEqual(['submit.propose', 'submit.propose']);
      await office.approve(seen, 'olga');
      await office.due();
      expect(await world.read('hello.txt')).toBe('Hello');
    });

    it('looks again right before what cannot be undone', async () => {
      world.once('prepare', async () => {
        await world.write('hello.txt', 'Meanwhile');
        return { status: 'done' };
      });
      const { id } = await office.approved();
      await office.due();
      expect(await office.see(id)).toMatchObject({ decision: 'pending' });
      expect(world.runs(id)).not.toContain('execute.write');
      expect(await world.read('hello.txt')).toBe('Meanwhile');
    });

    it('waits for another decision when the approver left the group', async () => {
      const request = await office.approved();
      office.groups.olga = [];
      await office.due();
      const seen = await office.see(request.id);
      expect(seen).toMatchObject({
        decision: 'pending',
        execution: 'none',
        revision: 1,
        planDigest: request.planDigest,
        decisions: [{ lapsed: 'left-group' }],
      });
      expect(seen.decideBy).toBeDefined();
      expect(world.runs(request.id)).toEqual(['submit.propose']);
      await office.approve(seen, 'omar');
      await office.due();
      expect(await office.see(request.id)).toMatchObject({
        execution: 'succeeded',
      });
    });

    it('waits for others when the policy asks for more by now', async () => {
      const request = await office.approved();
      world.rule = OWNERS(2);
      await office.due();
      expect(await office.see(request.id)).toMatchObject({
        decision: 'pending',
        stages: [{ approvedBy: ['user:default/olga'] }],
      });
      await office.approve(request, 'omar');
      await office.due();
      expect(await office.see(request.id)).toMatchObject({
        execution: 'succeeded',
      });
    });

    it('waits for another decision when the approver has had a hand in it since', async () => {
      const request = await office.approved();
      const { plan } = world.kind;
      world.kind.plan = async (payload, context) => ({
        ...(await plan(payload, context)),
        authorRefs: ['user:default/olga'],
      });
      await office.due();
      const seen = await office.see(request.id);
      expect(seen).toMatchObject({
        decision: 'pending',
        authorRefs: ['user:default/rita', 'user:default/olga'],
      });
      expect(world.runs(request.id)).toEqual(['submit.propose']);
      await expect(office.approve(seen, 'olga')).rejects.toEqual(
        code('approver-is-author'),
      );
    });

    it('fails at once when the requester may not any more', async () => {
      const { id } = await office.approved();
      world.refused = true;
      await office.due();
      expect(await office.see(id)).toMatchObject({
        execution: 'failed',
        failure: { code: 'note-refused', stepId: 'prepare' },
      });
      expect(world.runs(id)).toEqual(['submit.propose']);
      world.refused = false;
      await office.service.retry(id, office.caller('ada'));
      await office.due();
      expect(await office.see(id)).toMatchObject({ execution: 'succeeded' });
    });
  });

  it('shows no step another plan than the one that it was begun for', async () => {
    const { id } = await office.approved();
    const { store } = office.engine;
    const transition = store.transition.bind(store);
    let revised = false;
    // Right after the beginning of the step is recorded, the requester changes their mind.
    store.transition = async (requestId, change) => {
      const written = await transition(requestId, change);
      if (!revised && change.step?.status === 'running') {
        revised = true;
        await office.service.revise(
          id,
          { payload: { ...NOTE, text: 'Hi' } },
          office.caller('rita'),
        );
      }
      return written;
    };
    await office.due();
    expect(revised).toBe(true);
    expect(world.runs(id)).toEqual(['submit.propose', 'submit.propose']);
    expect(await office.see(id)).toMatchObject({
      decision: 'pending',
      revision: 2,
    });
  });

  it('asks anew when the step that cannot be undone finds another plan before it does anything', async () => {
    world.once('write', async () => {
      await world.write('hello.txt', 'Theirs');
      return { status: 'superseded', message: 'Somebody else wrote it.' };
    });
    const { id } = await office.approved();
    await office.due();
    expect(await office.see(id)).toMatchObject({
      decision: 'pending',
      execution: 'none',
      revision: 2,
    });
  });

  it('lets a request be cancelled whose step that cannot be undone did nothing', async () => {
    const refuses = (more: object) => () => ({
      status: 'failed' as const,
      code: 'conflict',
      message: 'Somebody else wrote there.',
      retryable: true,
      ...more,
    });
    world.once('write', refuses({ untouched: true }));
    const left = await office.approved();
    await office.due();
    expect(await office.see(left.id)).toMatchObject({ execution: 'failed' });
    await office.service.cancel(left.id, {}, office.caller('rita'));
    await office.due();
    expect(await office.see(left.id)).toMatchObject({
      decision: 'approved',
      execution: 'compensated',
    });

    world.once('write', refuses({}));
    const begun = await office.approved();
    await office.due();
    await expect(
      office.service.cancel(begun.id, {}, office.caller('rita')),
    ).rejects.toMatchObject({ code: 'request-irreversible' });
  });

  it('says so when a step is superseded by the same plan', async () => {
    world.once('prepare', () => ({
      status: 'superseded',
      message: 'The head moved.',
    }));
    const { id } = await office.approved();
    await office.due();
    expect(await office.see(id)).toMatchObject({
      execution: 'failed',
      failure: { code: 'superseded-by-nothing', retryable: true },
    });
  });
});
