// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { type Page } from '@playwright/test';
import { type Api, type Broker, expect, type Portal } from './fixtures';
import { action, openRequest } from './requests';

export const KAFKA = '/kafka-self-serve';

/** Waits for what the demo is seeded with last: a config that somebody changed by hand, and groups that are behind. */
export const seeded = (api: Api) =>
  expect
    .poll(
      async () =>
        (await api.call(`${KAFKA}/topics?environment=prod&phase=drifted`)).body
          .total,
      { timeout: 150_000 },
    )
    .toBe(1);

/** A request of the backend as it is now. */
export const now = async (api: Api, id: string) =>
  (await api.call(`${KAFKA}/requests/${id}`)).body;

/** Waits until what was approved is carried out. */
export const carriedOut = (api: Api, id: string) =>
  expect
    .poll(async () => (await now(api, id)).execution, { timeout: 60_000 })
    .toBe('succeeded');

/** Chooses from a select of the design system by its label. */
export async function choose(
  page: Page,
  label: RegExp,
  option: string | RegExp,
) {
  await page.getByRole('button', { name: label }).click();
  await page.getByRole('option', { name: option }).click();
}

/** Types into a field that suggests, and takes the suggestion: its list covers the rest of the page. */
export async function pick(page: Page, label: RegExp, ref: string) {
  const field = page.getByRole('combobox', { name: label });
  // A list that another field just closes takes the new one with it: then whoever types comes back, and types again.
  await expect(async () => {
    await field.blur();
    await field.fill(ref.slice(0, -1));
    await field.press(ref.slice(-1));
    await page
      .getByRole('option', { name: ref, exact: true })
      .click({ timeout: 3_000 });
    await expect(field).toHaveValue(ref, { timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
}

/** Goes on from one of our forms to its draft, submits that, and answers its id. */
export async function submitDraft(page: Page) {
  await page.getByRole('button', { name: 'Go on to the review' }).click();
  await action(page, 'Submit').click();
  await expect(action(page, 'Submit')).toBeHidden();
  return openRequest(page);
}

/** Asks at the API; for what other tests look at in the browser. */
export async function ask(api: Api, kind: string, payload: object) {
  const { status, body } = await api.call(`${KAFKA}/requests`, {
    kind,
    payload,
    justification: 'For the browser test.',
    submit: 'now',
    idempotencyKey: JSON.stringify(payload).slice(0, 150) + Date.now(),
  });
  return { status, body };
}

/** The cluster of the environment dev: that of the demo lies inside of it. */
export async function brokerOf(
  { kafka }: Portal,
  administrator: Api,
): Promise<Broker> {
  if (kafka?.bootstrapServers) return kafka as Broker;
  const { body } = await administrator.call(`${KAFKA}/connections`);
  return body.items.find(({ usedBy }: { usedBy?: string }) => usedBy === 'dev');
}

/** Asks, has the administrator say yes where somebody has to, and waits until it is done; once, however often it is asked. */
export async function have(
  { asker, administrator }: { asker: Api; administrator: Api },
  kind: string,
  payload: object,
) {
  const { body } = await asker.call(`${KAFKA}/requests`, {
    kind,
    payload,
    justification: 'For the browser test.',
    submit: 'now',
    idempotencyKey: JSON.stringify(payload).slice(0, 200),
  });
  const { id, decision, planDigest } = body.request;
  if (decision === 'pending') {
    const path = `${KAFKA}/requests/${id}/approve`;
    expect(await administrator.call(path, { planDigest })).toMatchObject({
      status: 200,
    });
  }
  await carriedOut(asker, id);
}
