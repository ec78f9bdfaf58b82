// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { resolve } from 'node:path';
import { type Page } from '@playwright/test';

const FOLDER = resolve(__dirname, '../../../../docs/images');

/**
 * A picture of the page for the documentation, light and dark, when they are wanted:
 * FAIRWAY_PICTURES=1 npx playwright test --project=demo
 */
export async function picture(page: Page, name: string) {
  if (!process.env.FAIRWAY_PICTURES) return;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.mouse.move(0, 0);
    await page.screenshot({
      path: resolve(FOLDER, `${name}-${colorScheme}.png`),
      animations: 'disabled',
    });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}
