// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { spawnSync } from 'node:child_process';
import { type Locator, type Page } from '@playwright/test';
import {
  type DatabaseOrder,
  expectedPath,
  expectedUnit,
  fillDatabaseForm,
} from './databaseForm';
import { type Api, expect } from './fixtures';

/** What the demo's pipeline applies with, if there is one here. */
export const terraform = ['terraform', 'tofu'].find(
  binary => !spawnSync(binary, ['version']).error,
);

export const titleOf = ({ name, environment }: DatabaseOrder) =>
  `Create PostgreSQL database ${name} in ${environment}`;

/** Id of the request whose page is open. */
export const openRequest = (page: Page) => page.url().split('/').pop()!;

/** A part of a request's page, by its heading. */
export const part = (page: Page, title: string) =>
  page.getByRole('region', { name: title, exact: true });

/** The button of an action on a request's page. */
export const action = (page: Page, name: string) =>
  page
    .getByRole('group', { name: 'What you can do with this request' })
    .getByRole('button', { name, exact: true });

/** A step of a request's progress, by its title. */
export const step = (page: Page, title: string) =>
  part(page, 'Progress')
    .getByRole('listitem')
    .filter({ has: page.getByText(title, { exact: true }) });

/** Where the form is. */
export const FORM = '/create/templates/default/postgres-database';

/** What an order for production needs. */
export const PROD = { environment: 'prod', changeTicket: 'CHG-4711' } as const;

/** Presses the button of a verdict, says why, and decides in the dialog. */
export async function decide(page: Page, verdict: string, comment?: string) {
  await action(page, verdict).click();
  const dialog = page.getByRole('dialog');
  if (comment) await dialog.getByRole('textbox').fill(comment);
  await dialog.getByRole('button', { name: verdict, exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** A fact of a list of facts, by its label. */
export const fact = (within: Page | Locator, label: string) =>
  within.locator('dt', { hasText: label }).locator('+ dd');

/** Fills the form and follows the task's link; the page is that of the draft then. */
export async function orderDatabase(page: Page, order: DatabaseOrder) {
  await fillDatabaseForm(page, order);
  await createDraft(page, order);
}

/** A task of the scaffolder: several steps, each of which asks the backend and Git. */
const TASK = { timeout: 90_000 };

/** From the page of a task to that of the draft that it ends with. */
export async function openDraft(page: Page) {
  await page
    .getByRole('link', { name: 'Look at it and submit it' })
    .first()
    .click(TASK);
  await expect(page).toHaveURL(/\/self-service\/requests\/[0-9a-f-]{36}$/);
}

/** From the form's review to the page of the draft. */
export async function createDraft(page: Page, order: DatabaseOrder) {
  await expect(page.getByText(order.justification)).toBeVisible();
  await page.getByRole('button', { name: 'Create' }).click();
  await openDraft(page);
  await expect(
    page.getByRole('heading', { name: new RegExp(`#\\d+ ${titleOf(order)}`) }),
  ).toBeVisible();
}

export const payloadOf = (
  order: DatabaseOrder,
  inputs?: Parameters<typeof expectedUnit>[1],
) => ({
  repoUrl: 'local?owner=acme&repo=infrastructure-live',
  files: [{ path: expectedPath(order), content: expectedUnit(order, inputs) }],
  description: order.justification,
  ...(order.changeTicket && { request: { changeTicket: order.changeTicket } }),
});

/** The same order without the form: the request that it becomes. */
export async function request(
  person: Api,
  order: DatabaseOrder,
  options: {
    submit?: 'now';
    inputs?: Parameters<typeof expectedUnit>[1];
  } = {},
) {
  const made = await person.call('/self-service/requests', {
    kind: 'change',
    title: titleOf(order),
    idempotencyKey: `e2e ${order.name}`,
    payload: payloadOf(order, options.inputs),
    ...(options.submit && { submit: options.submit }),
  });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body.request as { id: string; number: number };
}

/** Waits until the request is so. */
export async function becomes(
  person: Api,
  id: string,
  state: { decision?: string; execution?: string; statusLabel?: string },
  /** As long as an expectation takes, if left out. */
  options?: { timeout: number },
) {
  await expect
    .poll(
      async () => (await person.call(`/self-service/requests/${id}`)).body,
      options,
    )
    .toMatchObject(state);
}
