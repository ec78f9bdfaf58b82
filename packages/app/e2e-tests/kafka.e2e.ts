// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { expect, test } from './support/fixtures';
import { ask, carriedOut, KAFKA } from './support/kafka';
import { decide, part } from './support/requests';

test('the owner of a topic decides about access that ends', async ({
  signIn,
  api,
}, { retry }) => {
  const otto = await api('otto');
  const { status, body } = await ask(await api('pia'), 'kafka.grant', {
    operation: 'create',
    environment: 'dev',
    grantee: 'payments@dev',
    access: 'CONSUME',
    topic: {
      pattern: 'LITERAL',
      name: retry ? 'orders.returned' : 'orders.shipped',
    },
    group: { pattern: 'LITERAL', name: 'payments.shipping-reader' },
    expiresAt: new Date(Date.now() + 7 * 24 * 3_600_000).toISOString(),
  });
  expect(status).toBeLessThan(300);
  const { id } = body.request;
  const page = await signIn('otto', '/kafka/to-decide');
  await page
    .getByRole('link', { name: new RegExp(`^#${body.request.number} `) })
    .click();
  await expect(part(page, 'What it touches')).toBeVisible();
  await decide(page, 'Approve');
  await carriedOut(otto, id);
  await signIn('otto', '/kafka/applications/orders');
  const given = page.getByRole('table', { name: 'Access that it gave' });
  await expect(
    given.getByRole('row', { name: /payments@dev.*in [67] days/ }).first(),
  ).toBeVisible();
});

test('fewer partitions are refused, in the form and by the server', async ({
  signIn,
  api,
}) => {
  const page = await signIn(
    'otto',
    '/kafka/topics/dev/orders.created/partitions',
  );
  await page.getByRole('textbox', { name: /Partitions in all/ }).fill('1');
  await page.getByRole('button', { name: 'Show the plan' }).click();
  await expect(
    page.getByText(/fewer|decrease|more than/i).first(),
  ).toBeVisible();
  await expect(
    page.getByRole('button', { name: 'Submit the request' }),
  ).toBeHidden();
  const { status, body } = await ask(await api('otto'), 'kafka.topic', {
    operation: 'partitions',
    environment: 'dev',
    name: 'orders.created',
    partitions: 1,
  });
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(JSON.stringify(body)).toContain('partitions');
});

test('who asked reads why it was rejected', async ({ signIn, api }, {
  retry,
}) => {
  const { body } = await ask(await api('otto'), 'kafka.topic', {
    operation: 'create',
    environment: 'staging',
    instance: 'orders@staging',
    name: `orders.rejected${retry || ''}`,
    size: 'S',
  });
  const { id } = body.request;
  const because = 'Use orders.created: it has these records already.';
  const dan = await signIn('dan', `/kafka/requests/${id}`);
  await decide(dan, 'Reject', because);
  const otto = await signIn('otto', `/kafka/requests/${id}`);
  await expect(otto.getByText(because).first()).toBeVisible();
});

test('everybody’s requests are for administrators', async ({ signIn, api }) => {
  const pia = await signIn('pia', '/kafka/environments');
  await expect(pia.getByRole('tab', { name: 'Topics' })).toBeVisible();
  await expect(
    pia.getByRole('tab', { name: 'Requests', exact: true }),
  ).toHaveCount(0);
  await signIn('pia', '/kafka/requests');
  await expect(
    pia.getByText(/The requests of everybody are for administrators/),
  ).toBeVisible();
  const pat = await signIn('pat', '/kafka/requests');
  await expect(
    pat.getByRole('tab', { name: 'Requests', exact: true }),
  ).toBeVisible();
  const ofOthers = async (who: string) => {
    const { body } = await (await api(who)).call(`${KAFKA}/requests/counts`);
    return body.all as number;
  };
  expect(await ofOthers('pia')).toBeLessThan(await ofOthers('pat'));
});
