// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { databaseOrder } from './support/databaseForm';
import { expect, test } from './support/fixtures';
import { action, part, PROD, request } from './support/requests';

test('a page that is open changes by itself when somebody decides', async ({
  signIn,
  api,
}) => {
  const pia = await api('pia');
  const { id } = await request(pia, databaseOrder('payments-live', PROD), {
    submit: 'now',
  });
  const page = await signIn('pia');
  const heard: string[] = [];
  page.on('websocket', socket =>
    socket.on('framesent', ({ payload }) => heard.push(String(payload))),
  );
  await signIn('pia', `/self-service/requests/${id}`);
  await expect(action(page, 'Cancel the request')).toBeVisible();
  await expect
    .poll(() => heard.join())
    .toContain('"channel":"requests:self-service"');
  await page.evaluate(() => Object.assign(window, { notReloaded: true }));

  const pat = await api('pat');
  const path = `/self-service/requests/${id}`;
  const { planDigest } = (await pat.call(path)).body;
  const approved = await pat.call(`${path}/approve`, { planDigest });
  expect(approved.status, JSON.stringify(approved.body)).toBe(200);
  await expect(
    part(page, 'Who has to approve').getByText('Approved by'),
  ).toBeVisible();
  expect(await page.evaluate(() => 'notReloaded' in window)).toBe(true);
});
