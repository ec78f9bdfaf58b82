// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { type Page } from '@playwright/test';
import { databaseOrder } from './support/databaseForm';
import { expect, test } from './support/fixtures';
import { action, request } from './support/requests';

/** How far the page can be scrolled sideways, in CSS pixels; what is wide scrolls in a box of its own. */
const sideways = (page: Page) =>
  page.evaluate(
    () =>
      document.documentElement.scrollWidth -
      document.documentElement.clientWidth,
  );

test('the menu has what the portal has, what is used most first', async ({
  signIn,
}) => {
  const page = await signIn('pia');
  const menu = page.getByRole('navigation', { name: 'sidebar nav' });
  await expect(menu.getByRole('link')).toHaveText([
    'Fairway',
    'Self-service',
    'Kafka',
    'Catalog',
    'Create',
    'Ownership',
    'Notifications',
    'Search',
    'Settings',
  ]);
});

// 200 % zoom of a screen of 1280 × 1024 leaves 640 × 512 CSS pixels.
for (const [what, width, height] of [
  ['a telephone', 375, 812],
  ['200 % zoom', 640, 512],
] as const) {
  test(`the pages hold on ${what}`, async ({ signIn, api }) => {
    const pia = await api('pia');
    const { id } = await request(
      pia,
      databaseOrder(`layout-${width}`, {
        environment: 'prod',
        changeTicket: 'CHG-1',
      }),
    );
    const page = await signIn('pia', `/self-service/requests/${id}`);
    await page.setViewportSize({ width, height });
    await expect(action(page, 'Submit')).toBeVisible();
    await expect(
      page.getByRole('region', { name: /terragrunt\.hcl/ }).first(),
    ).toBeVisible();
    expect(await sideways(page)).toBe(0);
    await action(page, 'Discard').click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('button', { name: 'Back' })).toBeInViewport({
      ratio: 1,
    });
    await dialog.getByRole('button', { name: 'Back' }).click();

    for (const [tab, heading] of [
      ['Hub', 'What you can do'],
      ['Start', /Infrastructure on request/],
      ['Requests', 'My requests'],
      ['Environments', 'Environments'],
      ['Drift', 'Drift'],
    ] as const) {
      await page.getByRole('tab', { name: tab, exact: true }).click();
      await expect(page.getByRole('heading', { name: heading })).toBeVisible();
      await expect(page.locator('.bui-Skeleton')).toHaveCount(0);
      expect(await sideways(page), tab).toBe(0);
    }
  });
}
