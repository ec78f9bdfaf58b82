// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { resolve } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';

const FOLDER = resolve(__dirname, '../../../../docs/images');

/** Tall enough for a change with its diff. */
const SIZE = { width: 1280, height: 1340 };

/**
 * A picture of the page for the documentation, light and dark, when they are wanted:
 * FAIRWAY_PICTURES=1 npx playwright test --project=demo
 */
export async function picture(
  page: Page,
  name: string,
  options: {
    /** What has to be there: a page may load anew for the other theme. */
    showing: Locator;
    height?: number;
    /** Opens again what was shut when the theme changed, a dialog. */
    again?: () => Promise<void>;
  },
) {
  if (!process.env.FAIRWAY_PICTURES) return;
  const before = page.viewportSize()!;
  await page.setViewportSize({
    ...SIZE,
    height: options.height ?? SIZE.height,
  });
  for (const colorScheme of ['light', 'dark'] as const) {
    await wear(page, colorScheme, options.showing);
    if (colorScheme === 'dark') await options.again?.();
    await options.showing.waitFor();
    await expect(page.locator('.bui-Skeleton')).toHaveCount(0);
    await page.mouse.move(0, 0);
    await page.screenshot({
      path: resolve(FOLDER, `${name}-${colorScheme}.png`),
      animations: 'disabled',
    });
  }
  await wear(page, 'light', options.showing);
  await options.again?.();
  await page.setViewportSize(before);
  await options.showing.waitFor();
}

/** Changes the theme, and waits until what was shown is gone: the app draws everything anew for the other one. */
async function wear(
  page: Page,
  colorScheme: 'light' | 'dark',
  showing: Locator,
) {
  const body = page.locator('body');
  if ((await body.getAttribute('data-theme-mode')) === colorScheme) return;
  const before = await showing.elementHandle();
  await page.emulateMedia({ colorScheme });
  await page.waitForFunction(shown => !shown?.isConnected, before);
}
