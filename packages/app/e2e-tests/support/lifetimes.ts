// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { type Page } from '@playwright/test';
import { type Api, expect } from './fixtures';
import { part, terraform } from './requests';

/** Two looks of the demo at what ends, and the catalog behind them. */
const SOON = { timeout: 120_000 };

/** What the catalog says of the entity: its state, or that there is none. */
export const entityBecomes = (person: Api, entity: string, state: string) =>
  expect
    .poll(async () => {
      const { body, status } = await person.call(
        `/catalog/entities/by-name/resource/default/${entity}`,
      );
      return status === 404
        ? 'not there'
        : body.metadata.annotations['fairway.dev/state'];
    }, SOON)
    .toBe(state);

/** What its page says of each state. */
export const WORDS = {
  pending: 'Asked for, not there yet',
  ready: terraform ? 'Ready' : 'Merged, not applied',
  changing: 'There, a change of it is under way',
  expiring: 'There, its life ends soon or has ended',
  removing: 'There, its removal is under way',
};

/** Where the end of it is, as the self-service backend says. */
export async function reaches(person: Api, name: string, phase: string) {
  const find = async () => {
    const { body } = await person.call('/self-service/resources');
    return body.items.find((each: { name: string }) => each.name === name);
  };
  await expect
    .poll(async () => (await find())?.phase ?? 'none', SOON)
    .toBe(phase);
  return find();
}

/** The request of its removal, once it is asked for. */
export async function removalOf(person: Api, name: string): Promise<string> {
  const find = async () =>
    (await reaches(person, name, 'removing')).lifetime.removalRequestId;
  await expect.poll(find, SOON).toBeTruthy();
  return find();
}

/** Gives a reason in the dialog that a button of the card opens, and goes on. */
export async function answer(page: Page, button: string, reason: string) {
  const card = part(page, 'Lifetime');
  await card.getByRole('button', { name: button, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /Reason/ }).fill(reason);
  await dialog.getByRole('button', { name: button, exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(card.getByText(reason)).toBeVisible();
}
