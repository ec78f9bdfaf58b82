// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { expect, test } from './support/fixtures';
import { picture } from './support/pictures';

test('the platform team sees who may do what, and why', async ({ signIn }) => {
  const page = await signIn('pat', '/ownership');

  await test.step('the matrix', async () => {
    const networking = page.getByRole('row', { name: /^networking / });
    await expect(
      networking.getByRole('button', {
        name: 'netops: Allowed, networking in dev',
      }),
    ).toBeVisible();
    await expect(
      networking.getByRole('button', { name: /^platform/ }),
    ).toHaveCount(0);
    await picture(page, 'matrix', { showing: networking, height: 900 });
  });

  await test.step('explain, by the address', async () => {
    await signIn(
      'pat',
      '/ownership/explain?action=service.deploy&environment=prod&service=networking',
    );
    await expect(
      page.getByText('guard:restricted:networking').first(),
    ).toBeVisible();
    await expect(
      page.getByRole('link', { name: 'Network operations' }).first(),
    ).toBeVisible();
  });
});

test('break-glass takes two people and is used up by the clock', async ({
  api,
}) => {
  const pat = await api('pat');
  const ava = await api('ava');
  const decide = async () =>
    (
      await pat.call('/ownership/decide', {
        target: {
          action: 'service.deploy',
          environment: 'prod',
          service: 'networking',
        },
      })
    ).body;
  expect(await decide()).toMatchObject({ decision: 'deny' });

  const opened = await pat.call('/ownership/break-glass', {
    reason: 'The uplink is down and network operations cannot be reached.',
    ticket: 'INC-42',
    environment: 'prod',
    service: 'networking',
    minutes: 10,
  });
  expect(opened.status, JSON.stringify(opened.body)).toBe(201);
  const grant = `/ownership/break-glass/${opened.body.id}`;
  expect((await pat.call(`${grant}/approve`, {})).status).toBe(403);
  expect((await (await api('gus')).call(`${grant}/approve`, {})).status).toBe(
    403,
  );
  expect((await ava.call(`${grant}/approve`, {})).status).toBe(200);
  expect(await decide()).toMatchObject({
    decision: 'allow',
    by: 'break-glass',
  });

  expect((await pat.call(`${grant}/close`, {})).status).toBe(200);
  expect(await decide()).toMatchObject({ decision: 'deny' });
});
