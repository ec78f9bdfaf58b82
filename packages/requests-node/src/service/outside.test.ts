// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Office } from './__testUtils__/Office';
import { offices } from './__testUtils__/offices';
import { NOTE, type World } from './__testUtils__/World';

describe('what happens outside', () => {
  const openOffice = offices();
  let world: World;
  let office: Office;

  beforeEach(async () => {
    ({ world, office } = await openOffice());
  });

  /** From now on the plan says that somebody else wrote a part of it. */
  const writtenBy = (ref: string) => {
    const { plan } = world.kind;
    world.kind.plan = async (payload, context) => ({
      ...(await plan(payload, context)),
      authorRefs: [ref],
    });
  };

  it('withdraws what is open, with the reason, and takes its proposal back', async () => {
    const request = await office.pending(NOTE);
    const options = { actorRef: 'plugin:notes', message: 'It was closed.' };
    expect(await office.service.withdraw(request.id, options)).toBe(true);
    await office.due();
    expect(await office.see(request.id)).toMatchObject({
      decision: 'cancelled',
    });
    expect(await world.read('proposals', request.id)).toBeUndefined();
    const { items } = await office.service.events(
      request.id,
      office.caller('ada'),
    );
    expect(items).toContainEqual(
      expect.objectContaining({
        type: 'cancelled',
        actorRef: 'plugin:notes',
        data: { comment: 'It was closed.' },
      }),
    );
    expect(await office.service.withdraw(request.id, options)).toBe(false);
  });

  it('leaves alone what was decided meanwhile', async () => {
    const request = await office.pending(NOTE);
    await office.approve(request, 'olga');
    const options = { actorRef: 'plugin:notes', message: 'It was closed.' };
    expect(await office.service.withdraw(request.id, options)).toBe(false);
    expect(await office.see(request.id)).toMatchObject({
      decision: 'approved',
    });
  });

  it('tells whether a message is new', async () => {
    const { id } = await office.pending(NOTE);
    const message = { id: 'delivery-1', topic: 'host', data: {} };
    expect(await office.service.deliver(id, message)).toBe(true);
    expect(await office.service.deliver(id, message)).toBe(false);
  });

  it('lets nobody approve what they wrote outside, though nobody told of it before', async () => {
    const request = await office.pending(NOTE);
    writtenBy('user:default/olga');
    await expect(office.approve(request, 'olga')).rejects.toMatchObject({
      code: 'approver-is-author',
    });
    expect(await office.approve(request, 'omar')).toMatchObject({
      decision: 'approved',
      authorRefs: ['user:default/rita', 'user:default/olga'],
    });
  });

  it('keeps who wrote a part of the plan that comes instead', async () => {
    const request = await office.pending(NOTE);
    writtenBy('user:default/olga');
    await world.write('hello.txt', 'Pushed');
    await expect(office.approve(request, 'omar')).rejects.toMatchObject({
      code: 'plan-changed',
    });
    const shown = await office.see(request.id);
    expect(shown.authorRefs).toContain('user:default/olga');
    await expect(office.approve(shown, 'olga')).rejects.toMatchObject({
      code: 'approver-is-author',
    });
  });

  it('adds an author to a plan that stays the same', async () => {
    const request = await office.pending(NOTE);
    await office.service.replan(request.id, {
      actorRef: 'plugin:notes',
      authorRefs: ['user:default/olga'],
      message: 'Olga pushed an empty commit.',
    });
    expect(await office.see(request.id)).toMatchObject({
      revision: 1,
      authorRefs: ['user:default/rita', 'user:default/olga'],
    });
    expect(await office.types(request.id)).toContain('authors-added');
  });

  describe('in the name of somebody who is not there', () => {
    const input = { kind: 'note', payload: NOTE, idempotencyKey: 'end-1' };
    const options = {
      requesterRef: 'user:default/ada',
      actorRef: 'plugin:notes',
    };

    it('opens a request once, which they may not approve, and says who opened it', async () => {
      const opened = await office.service.openOnBehalf(input, options);
      const again = await office.service.openOnBehalf(input, options);
      expect(again.id).toBe(opened.id);
      expect(await office.see(opened.id)).toMatchObject({
        decision: 'pending',
        requesterRef: 'user:default/ada',
      });
      const { items } = await office.service.events(
        opened.id,
        office.caller('ada'),
      );
      expect(items.map(({ type, actorRef }) => [type, actorRef])).toEqual([
        ['created', 'plugin:notes'],
        ['submitted', 'plugin:notes'],
      ]);
    });

    it('keeps nothing open when they may not', async () => {
      world.refused = true;
      await expect(
        office.service.openOnBehalf(input, options),
      ).rejects.toMatchObject({ name: 'NotAllowedError' });
      world.refused = false;
      const { decision } = await office.service.openOnBehalf(input, options);
      expect(decision).toBe('pending');
    });

    it('does not do at once what nobody has to approve', async () => {
      world.rule = { mode: 'auto', by: ['notes-auto'] };
      const { decision } = await office.service.openOnBehalf(input, options);
      expect(decision).toBe('changes-requested');
    });

    it('tries again what failed, and nothing else', async () => {
      const { id } = await office.service.openOnBehalf(input, options);
      await expect(
        office.service.retryOnBehalf(id, options),
      ).rejects.toMatchObject({ code: 'retry-not-possible' });
    });
  });
});
