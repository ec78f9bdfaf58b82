// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The whole life of what ends, over HTTP, with real repositories and the real policy; only the clock is moved.
import { codeOf, person } from '../__testUtils__/portal';
import { DAY, HOUR, portalOfEnds, until } from './__testUtils__/portalOfEnds';

jest.setTimeout(120_000);

const {
  portal,
  round,
  get,
  goOn,
  told,
  extend,
  keep,
  order,
  removalOf,
  annotationsOf,
} = portalOfEnds();

describe('what has a lifetime', () => {
  it('is announced, extended, and removed by an approved request', async () => {
    const { id, lifetime, phase } = await order('try-orders');
    expect(phase).toBe('counting');
    const left = Date.parse(lifetime!.expiresAt) - Date.now();
    expect(left / DAY).toBeCloseTo(14, 2);
    expect(await annotationsOf('dev-try-orders')).toMatchObject({
      'fairway.dev/state': 'ready',
      'fairway.dev/expires-at': lifetime!.expiresAt,
      'fairway.dev/resource-id': id,
    });

    await goOn(11.5 * DAY);
    expect((await get(id)).phase).toBe('counting');
    expect(told()).toEqual([]);
    await goOn(DAY);
    await round();
    expect((await get(id)).phase).toBe('expiring');
    expect(told()).toEqual([
      expect.objectContaining({
        recipients: expect.objectContaining({
          entityRef: ['group:default/payments', 'user:default/pia'],
        }),
        payload: expect.objectContaining({
          title: expect.stringContaining('try-orders" ends on'),
        }),
      }),
    ]);
    expect(await annotationsOf('dev-try-orders')).toMatchObject({
      'fairway.dev/state': 'expiring',
    });

    expect(codeOf(await extend(id, { by: 'P7D' }, 'eve'))).toBe(
      'resource-not-yours',
    );
    const extended = await extend(id, { by: 'P7D' });
    expect(extended.status).toBe(200);
    const expiresAt = Date.parse(lifetime!.expiresAt) + 7 * DAY;
    expect(extended.body.resource).toMatchObject({
      phase: 'counting',
      lifetime: { expiresAt: until(expiresAt) },
    });
    await goOn(2 * DAY);
    expect((await get(id)).phase).toBe('counting');

    await goOn(6.5 * DAY + 1_000);
    expect((await get(id)).phase).toBe('grace');
    await goOn(23 * HOUR);
    expect((await get(id)).lifetime?.removalRequestId).toBeUndefined();
    await goOn(HOUR + 1_000);
    await round();
    const removal = await removalOf(id);
    expect(removal).toMatchObject({
      operation: 'delete',
      decision: 'pending',
      requesterRef: 'user:default/pia',
      justification: expect.stringMatching(
        /^Its lifetime of 14 days ended on /,
      ),
    });
    expect(removal.view.diff).toMatch(/deleted file mode/);
    // Whoever ordered it does not remove it alone, nor does the portal().
    expect(codeOf(await portal().approve(removal, 'pia'))).toMatch(
      /^approver-/,
    );

    await portal().approve(removal);
    await portal().until(
      removal.id,
      ({ execution }) => execution === 'succeeded',
    );
    expect(
      (await portal().send('get', `/resources/${id}`, { as: person('pia') }))
        .status,
    ).toBe(404);
    expect(await annotationsOf('dev-try-orders')).toBeUndefined();
    await goOn(30 * DAY);
    const { body } = await portal().send('get', '/requests?text=try-orders', {
      as: person('pat'),
    });
    expect(body.items).toHaveLength(2);
  });

  it('stays where its removal is rejected, and says why', async () => {
    const { id } = await order('try-rejected');
    await goOn(15 * DAY);
    await goOn(DAY + 1_000);
    await round();
    const removal = await removalOf(id);
    await portal().send('post', `/requests/${removal.id}/reject`, {
      as: person('pat'),
      body: { planDigest: removal.planDigest, comment: 'We need its data.' },
    });
    await goOn(1_000);
    for (const later of [DAY, 30 * DAY, 300 * DAY]) await goOn(later);
    const kept = await get(id);
    expect(kept).toMatchObject({
      phase: 'kept',
      lifetime: {
        keptBecause: `Request ${removal.number}, its removal, was rejected by user:default/pat: We need its data.`,
      },
    });
    expect(kept.history[0]).toMatchObject({
      type: 'kept',
      message: expect.stringContaining('does not end by itself any more'),
    });
    expect(await annotationsOf('dev-try-rejected')).toMatchObject({
      'fairway.dev/state': 'ready',
    });
  });

  it('is kept by its owner while its removal is open, up to its maximum', async () => {
    const { id } = await order('try-kept');
    expect(codeOf(await keep(id))).toBe('lifetime-not-ending');
    await goOn(15 * DAY);
    await goOn(DAY + 1_000);
    await round();
    const removal = await removalOf(id);
    expect(codeOf(await keep(id, 'eve'))).toBe('resource-not-yours');
    expect((await keep(id)).body).toMatchObject({ phase: 'counting' });
    expect(
      await portal().until(
        removal.id,
        ({ decision }) => decision !== 'pending',
      ),
    ).toMatchObject({ decision: 'cancelled' });

    // Once more to its end, and at its maximum nobody keeps it without being asked.
    await goOn(20 * DAY);
    await goOn(DAY + 1_000);
    await round();
    expect((await get(id)).phase).toBe('removing');
    expect(codeOf(await keep(id))).toBe('lifetime-at-maximum');
    const next = await removalOf(id);
    expect(next.id).not.toBe(removal.id);
    await portal().approve(next);
    await portal().until(next.id, ({ execution }) => execution === 'succeeded');
  });
});
