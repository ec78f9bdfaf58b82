// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './support/fixtures';
import { picture } from './support/pictures';

test('one chooses who to be, and another one in the menu', async ({
  page,
  portal,
}) => {
  await page.goto(`${portal.address}/self-service/requests`);
  const pia = page.getByRole('button', { name: /Pia/ });
  await picture(page, 'sign-in', { showing: pia, height: 720 });
  await expect(pia).toBeVisible();
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .analyze();
  expect(
    violations.filter(({ impact }) =>
      ['serious', 'critical'].includes(impact ?? ''),
    ),
  ).toEqual([]);

  await pia.click();
  await expect(
    page.getByRole('heading', { name: 'My requests' }),
  ).toBeVisible();
  await page.reload();
  await expect(page.getByText('Pia Lindqvist').first()).toBeVisible();

  await page.getByRole('button', { name: /Switch persona/ }).click();
  await page.getByRole('button', { name: /Pat/ }).click();
  await expect(page.getByText('Pat Okafor').first()).toBeVisible();
});
