// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Office } from './__testUtils__/Office';
import { code, offices } from './__testUtils__/offices';
import { NOTE } from './__testUtils__/World';

describe('what hinders people', () => {
  const openOffice = offices();
  let office: Office;

  beforeEach(async () => {
    ({ office } = await openOffice());
  });

  it('keeps attempts of those who may not see a request out of its history', async () => {
    const request = await office.pending(NOTE);
    const { id, planDigest } = request;
    const before = await office.types(id);
    const stan = office.caller('stan');
    const { service } = office;
    const word = { planDigest, comment: 'No' };
    for (const attempt of [
      () => service.submit(id, stan),
      () => service.discard(id, stan),
      () => service.revise(id, { payload: NOTE }, stan),
      () => service.approve(id, word, stan),
      () => service.reject(id, word, stan),
      () => service.requestChanges(id, word, stan),
      () => service.cancel(id, {}, stan),
      () => service.retry(id, stan),
      () => service.comment(id, { text: 'Hi' }, stan),
      () => service.events(id, stan),
    ]) {
      await expect(attempt()).rejects.toEqual(code('request-not-readable'));
    }
    expect(await office.types(id)).toEqual(before);
    expect(await service.comments(id, office.caller('rita'))).toEqual([]);
  });

  it('says of a request that is over that it is over, and how, whoever asks', async () => {
    const rejected = await office.pending(NOTE);
    await office.reject(rejected, 'olga');
    const cancelled = await office.pending({ ...NOTE, name: 'other' });
    await office.service.cancel(cancelled.id, {}, office.caller('rita'));
    const done = await office.pending({ ...NOTE, name: 'third' });
    await office.approve(done, 'olga');
    await office.due();
    for (const [{ id }, state] of [
      [rejected, 'rejected'],
      [cancelled, 'cancelled'],
      [done, 'approved, succeeded'],
    ] as const) {
      for (const name of ['rita', 'olga', 'ada']) {
        const { actions } = await office.service.get(id, office.caller(name));
        expect(actions.approve).toEqual({
          allowed: false,
          because: `The request cannot be approved: it is "${state}", and that is final. Make a new request.`,
        });
        expect(actions['request-changes'].because).toContain(
          `cannot be sent back for changes: it is "${state}"`,
        );
        expect(actions.revise.because).toContain(
          `cannot be revised: it is "${state}"`,
        );
        expect(actions.comment).toEqual({ allowed: true });
      }
    }
  });

  it('says of a request that is not submitted, or approved already, that it cannot be approved', async () => {
    const { actions } = await office.draft(NOTE);
    expect(actions.approve.because).toBe(
      'The request cannot be approved while it is "draft": it has to be pending. Load it again and see what became of it.',
    );
    const request = await office.pending(NOTE);
    const approved = await office.approve(request, 'olga');
    expect(approved.actions.approve.because).toContain(
      'cannot be approved while it is "approved, queued"',
    );
  });
});
