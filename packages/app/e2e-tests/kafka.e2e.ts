// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Page } from '@playwright/test';
import { type Api, expect, test } from './support/fixtures';
import { action, decide, openRequest, part } from './support/requests';

const KAFKA = '/kafka-self-serve';

/** A request of the backend as it is now. */
const now = async (api: Api, id: string) =>
  (await api.call(`${KAFKA}/requests/${id}`)).body;

/** Waits until what was approved is carried out. */
const carriedOut = (api: Api, id: string) =>
  expect
    .poll(async () => (await now(api, id)).execution, { timeout: 60_000 })
    .toBe('succeeded');

/** Chooses from a select of the design system by its label. */
async function choose(page: Page, label: RegExp, option: string | RegExp) {
  await page.getByRole('button', { name: label }).click();
  await page.getByRole('option', { name: option }).click();
}

/** Types into a field that suggests, and takes the suggestion: its list covers the rest of the page. */
async function pick(page: Page, label: RegExp, ref: string) {
  const field = page.getByRole('combobox', { name: label });
  // The last letter is typed: that opens the list also where the one before is just closing.
  await field.fill(ref.slice(0, -1));
  await field.press(ref.slice(-1));
  await page.getByRole('option', { name: ref, exact: true }).click();
}

/** Goes on from one of our forms to its draft, submits that, and answers its id. */
async function submitDraft(page: Page) {
  await page.getByRole('button', { name: 'Go on to the review' }).click();
  await action(page, 'Submit').click();
  await expect(action(page, 'Submit')).toBeHidden();
  return openRequest(page);
}

/** Asks at the API; for what other tests look at in the browser. */
async function ask(api: Api, kind: string, payload: object) {
  const { status, body } = await api.call(`${KAFKA}/requests`, {
    kind,
    payload,
    justification: 'For the browser test.',
    submit: 'now',
    idempotencyKey: JSON.stringify(payload).slice(0, 150) + Date.now(),
  });
  return { status, body };
}

test('a new application gets a topic with a consumer, from the first form to the broker', async ({
  signIn,
  api,
}, { retry }) => {
  test.slow();
  const name = `ledger${retry || ''}`;
  const topic = `${name}.booked`;
  const pia = await signIn('pia', '/kafka/applications');
  const piaApi = await api('pia');

  await test.step('she asks for an application', async () => {
    await pia.getByRole('link', { name: 'Ask for an application' }).click();
    await pia.getByRole('textbox', { name: /^Name/ }).fill(name);
    await pick(pia, /^Owner/, 'group:default/payments');
    await pick(pia, /^Component or system/, 'component:default/payments-api');
    await pia.getByRole('textbox', { name: 'Reason' }).fill('A new ledger.');
  });
  const asked = await submitDraft(pia);

  await test.step('the administrator finds it among those that wait, and approves', async () => {
    const pat = await signIn('pat', '/kafka/requests');
    await expect(
      pat.getByRole('tab', { name: /^Pending \(\d+\)$/ }),
    ).toBeVisible();
    await pat
      .getByRole('table', { name: 'Requests' })
      .getByRole('link', { name: new RegExp(`${name}\\b`) })
      .first()
      .click();
    await expect(part(pat, 'Checks')).toBeVisible();
    await decide(pat, 'Approve');
    await carriedOut(piaApi, asked);
  });

  await test.step('she brings it into development, where nobody has to approve', async () => {
    await signIn('pia', `/kafka/applications/${name}/new-environment`);
    await choose(pia, /Environment/, 'Development');
    await carriedOut(piaApi, await submitDraft(pia));
    await signIn('pia', `/kafka/applications/${name}`);
    await expect(
      pia.getByRole('region', { name: `${name}@dev` }),
    ).toContainText(`topics that begin with ${name}.`);
  });

  await test.step('she asks for a topic and its consumer in one request, and sees the plan before', async () => {
    await signIn(
      'pia',
      `/kafka/topics/new?application=${name}&environment=dev`,
    );
    await pia.getByRole('textbox', { name: /^Name after/ }).fill('booked');
    await pia.getByRole('button', { name: 'Add a consumer' }).click();
    const access = pia.getByRole('group', { name: 'Access 1' });
    const grantee = access.getByRole('button', { name: /Application/ });
    // The only other one is chosen already; after a retry there are several.
    if (!(await grantee.textContent())?.includes('payments')) {
      await grantee.click();
      await pia.getByRole('option', { name: 'payments' }).click();
    }
    await access
      .getByRole('textbox', { name: /^Consumer group/ })
      .fill('payments.ledger-reader');
    await pia.getByRole('textbox', { name: /Why it is needed/ }).fill('Books.');
    await pia.getByRole('button', { name: 'Show the plan' }).click();
    await expect(part(pia, 'What will happen')).toContainText(topic);
    await pia.getByRole('button', { name: 'Submit the request' }).click();
    await expect(pia).toHaveURL(/\/kafka\/requests\/[^/]+$/);
    const id = openRequest(pia);
    // Access is decided about by the owner, and by nobody who asked: the administrators stand in where that is one team.
    const request = await now(piaApi, id);
    expect(request.kind).toBe('kafka.bundle');
    if (request.decision === 'pending') {
      const pat = await signIn('pat', `/kafka/requests/${id}`);
      await decide(pat, 'Approve');
    }
    await carriedOut(piaApi, id);
  });

  await test.step('the topic and the access are there', async () => {
    await signIn('pia', `/kafka/topics/dev/${topic}`);
    await expect(pia.getByRole('heading', { name: topic })).toBeVisible();
    await expect(pia.getByText('payments@dev').first()).toBeVisible();
  });
});

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
