// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { databaseOrder } from './support/databaseForm';
import { expect, test } from './support/fixtures';
import { PROD, request } from './support/requests';

test('another team reads that it is not theirs, and whom to ask', async ({
  signIn,
  api,
}) => {
  const pia = await api('pia');
  const { id } = await request(pia, databaseOrder('payments-hidden'));
  const page = await signIn('otto', `/self-service/requests/${id}`);
  await expect(
    page.getByText('Not allowed: you may not see this request'),
  ).toBeVisible();
  await expect(page.getByText('payments-hidden')).toHaveCount(0);

  const otto = await api('otto');
  const { body } = await otto.call('/self-service/requests');
  expect(JSON.stringify(body.items)).not.toContain('payments-');
  for (const list of ['all', 'audit'] as const) {
    const path = list === 'all' ? 'requests/all' : 'audit';
    await signIn('otto', `/self-service/${path}`);
    await expect(
      page.getByText('Not allowed: this is for those who administer requests'),
    ).toBeVisible();
  }
});

test('the API refuses whoever may not decide', async ({ api }) => {
  const pia = await api('pia');
  const { id } = await request(pia, databaseOrder('payments-own', PROD), {
    submit: 'now',
  });
  const path = `/self-service/requests/${id}`;
  const { planDigest } = (await pia.call(path)).body;
  for (const name of ['pia', 'otto', 'gus', 'dan']) {
    const answer = await (
      await api(name)
    ).call(`${path}/approve`, { planDigest });
    expect(answer.status, `${name}: ${JSON.stringify(answer.body)}`).toBe(403);
  }
  const unseen = await (
    await api('pat')
  ).call(`${path}/approve`, { planDigest: '0'.repeat(64) });
  expect(unseen.status).toBe(409);
  expect(JSON.stringify(unseen.body)).toContain('plan-changed');
  expect((await pia.call(path)).body).toMatchObject({
    decision: 'pending',
    decisions: [],
  });
});
