// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { type Locator, type Page } from '@playwright/test';
import { expect, test } from './support/fixtures';
import { now, seeded } from './support/kafka';
import { lost, sideways, SMALL } from './support/layout';
import { openRequest, part } from './support/requests';

const MOST_STOPS = 80;

/** Goes on with Tab until it has the focus, and can be seen. */
async function tabTo(page: Page, target: Locator) {
  await expect(target).toBeAttached();
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate(each => each === document.activeElement)) {
      // The box of a radio button or check box is drawn by its label.
      const label = target.locator('xpath=ancestor-or-self::label');
      await expect((await label.count()) ? label : target).toBeInViewport();
      return;
    }
  }
  throw new Error(`Tab does not lead to ${target}`);
}

test('a topic is asked for with the keyboard alone', async ({ signIn, api }, {
  retry,
}) => {
  const name = `by-keyboard${retry || ''}`;
  test.slow();
  await seeded(await api('pat'));
  const page = await signIn('otto', '/kafka/topics');
  const { keyboard } = page;
  const button = (label: string | RegExp) =>
    page.getByRole('button', { name: label });

  await tabTo(page, page.getByRole('link', { name: 'Ask for a topic' }));
  await keyboard.press('Enter');
  const form = page.getByRole('form', { name: 'Ask for a topic' });
  await expect(form).toBeVisible();

  await tabTo(page, button(/^Development Environment/));
  await keyboard.press('Enter');
  const staging = page.getByRole('option', { name: 'Staging' });
  await expect(staging).toBeVisible();
  await keyboard.press('ArrowDown');
  await expect(staging).toBeFocused();
  await keyboard.press('Enter');
  await expect(button(/^Staging Environment/)).toBeFocused();

  await tabTo(page, page.getByRole('textbox', { name: /^Name after/ }));
  await keyboard.type(name);
  await expect(form.getByText(`orders.${name}`, { exact: true })).toBeVisible();

  await tabTo(page, page.getByRole('radio', { name: /^S:/ }));
  await keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /^M:/ })).toBeChecked();

  await tabTo(page, button(/Add a config/));
  await keyboard.press('Enter');
  await keyboard.type('cleanup');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  const cleanup = page.getByRole('group', { name: 'cleanup.policy' });
  await expect(cleanup).toBeVisible();

  await tabTo(page, page.getByRole('checkbox', { name: /Protect it/ }));
  await keyboard.press('Space');

  await tabTo(page, page.getByRole('textbox', { name: /Why it is needed/ }));
  await keyboard.type('To see that a keyboard is enough.');

  await tabTo(page, button('Show the plan'));
  await keyboard.press('Enter');
  await expect(part(page, 'What will happen')).toContainText(`orders.${name}`);
  await tabTo(page, button('Submit the request'));
  await keyboard.press('Space');

  await expect(page).toHaveURL(/\/kafka\/requests\/[^/]+$/);
  expect(await now(await api('otto'), openRequest(page))).toMatchObject({
    decision: 'pending',
    payload: {
      environment: 'staging',
      name: `orders.${name}`,
      size: 'M',
      deletionProtection: true,
    },
  });
});

for (const [what, width, height] of SMALL) {
  test(`an application, the topics and the form of a new one hold on ${what}`, async ({
    signIn,
    api,
  }) => {
    test.slow();
    await seeded(await api('pat'));
    const page = await signIn('otto', '/kafka/applications/orders');
    await page.setViewportSize({ width, height });
    await expect(
      page.getByRole('table', { name: 'Access that it gave' }),
    ).toBeVisible();
    expect(await sideways(page)).toBe(0);
    expect(await lost(page)).toEqual([]);

    await page.getByRole('tab', { name: 'Topics', exact: true }).click();
    const topics = page.getByRole('table', { name: 'Topics' });
    await expect(
      topics.getByRole('link', { name: 'orders.created' }).first(),
    ).toBeVisible();
    expect(await sideways(page)).toBe(0);
    expect(await lost(page)).toEqual([]);

    await page.getByRole('link', { name: 'Ask for a topic' }).click();
    await page
      .getByRole('textbox', { name: /^Name after/ })
      .fill('with.a.name.that.is.rather.long');
    await page
      .getByRole('textbox', { name: /Why it is needed/ })
      .fill('To see that all of it can be read.');
    await page.getByRole('button', { name: 'Show the plan' }).click();
    await expect(
      page.getByRole('button', { name: 'Submit the request' }),
    ).toBeVisible();
    expect(await sideways(page)).toBe(0);
    expect(await lost(page)).toEqual([]);
  });
}
