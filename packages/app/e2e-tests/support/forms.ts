// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { type Page } from '@playwright/test';
import { type Api, expect } from './fixtures';
import {
  action,
  becomes,
  openDraft,
  openRequest,
  step,
  terraform,
} from './requests';

/** To the next page of a form. */
export const next = (page: Page) =>
  page.getByRole('button', { name: 'Next' }).click();

/** From the last page of a form to the page of the draft; answers the lines of the diff. */
export async function draft(page: Page, why: string): Promise<string> {
  await page.getByRole('textbox', { name: 'Justification' }).fill(why);
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create' }).click();
  await openDraft(page);
  const diff = page.getByRole('region', { name: /terragrunt\.hcl/ }).first();
  await expect(diff).toBeVisible();
  return diff.innerText();
}

/** A merge, the pipeline's turn, and an apply. */
const PIPELINE = { timeout: 90_000 };

/** Waits until the pipeline has done what a request asks for. */
export const applied = (person: Api, id: string) =>
  becomes(
    person,
    id,
    terraform
      ? { execution: 'succeeded' }
      : { statusLabel: 'not applied: no terraform or tofu' },
    PIPELINE,
  );

/** Submits the draft, and waits until its pipeline has done what it asks for. */
export async function carryOut(page: Page, person: Api) {
  const id = openRequest(page);
  await action(page, 'Submit').click();
  await expect(step(page, 'Merge the pull request')).toContainText('Done');
  await applied(person, id);
}
