// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { chromium, type Page } from '@playwright/test';
import { resolve } from 'node:path';
import { OWNER } from '../kafka/backend';
import { root } from '../kafka/tools';
import { installClock } from './clock';
import { proxyHeaders } from './people';

const SIZE = { width: 1280, height: 900 };

/** A Chromium with the portal open at the Kafka environments, signed in as the owner; it fails on an error of the page. */
export async function openBrowser(
  address: string,
): Promise<{ page: Page; close(): Promise<void> }> {
  const { chromiumExecutable, CHROMIUM_ARGUMENTS } = require(resolve(
    root,
    'scripts/lib/chromium.mjs',
  ));
  const browser = await chromium.launch({
    executablePath: await chromiumExecutable(),
    args: CHROMIUM_ARGUMENTS,
  });
  const context = await browser.newContext({
    viewport: SIZE,
    extraHTTPHeaders: proxyHeaders(OWNER),
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', error => errors.push(error.stack ?? error.message));
  await page.addInitScript(installClock);
  await page.goto(`${address}/kafka/environments`);
  await page.getByRole('tab', { name: 'Topics' }).waitFor();
  return {
    page,
    async close() {
      await browser.close();
      if (errors.length) throw new Error(errors.join('\n'));
    },
  };
}
