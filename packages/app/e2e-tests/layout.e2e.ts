// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { databaseOrder } from './support/databaseForm';
import { expect, test } from './support/fixtures';
import { sideways, SMALL } from './support/layout';
import { action, request } from './support/requests';

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

for (const [what, width, height] of SMALL) {
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
