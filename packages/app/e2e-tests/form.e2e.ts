// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { type Page } from '@playwright/test';
import { expect, test } from './support/fixtures';
import { FORM } from './support/requests';

const secondPage = (page: Page) => page.getByText('Storage in GB').first();

test('a refusal does not stop the form: another environment goes on', async ({
  signIn,
}) => {
  const page = await signIn('pia', FORM);
  const environments = page.getByRole('radiogroup', { name: /Environment/ });
  const ticket = page.getByRole('textbox', { name: 'Change ticket' });
  const prod = page.getByRole('radio', { name: /^prod\b/ });
  const next = page.getByRole('button', { name: 'Next' });
  const error = page.locator('#root_environment__error');

  await page.getByRole('textbox', { name: 'Name' }).fill('payments-again');
  await expect(prod).toBeDisabled();
  await ticket.fill('CHG-777');
  await expect(prod).toBeEnabled();
  await prod.check({ force: true });
  await ticket.fill('');
  await expect(
    environments.getByText('Needs a change ticket: fill in Change ticket'),
  ).toBeVisible();
  await next.click();
  await expect(error).toBeVisible();
  await expect(error).toContainText('change ticket');

  await page.getByRole('radio', { name: /^dev\b/ }).check({ force: true });
  await expect(error).toBeHidden();
  await next.click();
  await expect(secondPage(page)).toBeVisible();
});

test('the form can be filled in with the keyboard alone', async ({
  signIn,
}) => {
  const page = await signIn('pia', FORM);
  const dev = page.getByRole('radio', { name: /^dev\b/ });
  await expect(dev).toBeEnabled();
  const { keyboard } = page;

  // The form puts the cursor here by itself.
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await keyboard.type('payments-keys');
  await keyboard.press('Tab');
  const environment = page.getByRole('radio', { name: /^(dev|staging)\b/ });
  await expect(environment.and(page.locator(':focus'))).toBeVisible();
  await keyboard.press('Space');
  await expect(environment.and(page.locator(':focus'))).toBeChecked();

  // Past the links of the environments, to the field after them.
  const ticket = page.getByRole('textbox', { name: 'Change ticket' });
  await expect(async () => {
    await keyboard.press('Tab');
    await expect(ticket).toBeFocused({ timeout: 100 });
  }).toPass({ intervals: [0], timeout: 10_000 });
  await keyboard.press('Enter');
  await expect(secondPage(page)).toBeVisible();
});
