// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import AxeBuilder from '@axe-core/playwright';
import { type Page } from '@playwright/test';
import { databaseOrder } from './support/databaseForm';
import { type Api, expect, test } from './support/fixtures';
import { FORM, becomes, request, terraform } from './support/requests';
import { ownRoutes } from './support/routes';

/** What the colours of a theme can break; the rest of a page is the same in each. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** Goes there without loading the app anew, and waits until all of the page is there. */
async function visit(page: Page, path: string) {
  const go = (to: string) =>
    page.evaluate(address => {
      window.history.pushState({}, '', address);
      window.dispatchEvent(new PopStateEvent('popstate'));
    }, to);
  await go('/settings');
  await expect(page.getByRole('tab', { name: 'General' })).toBeVisible();
  await go(path);
  await expect(
    page
      .getByRole('heading', { level: 2 })
      .or(page.getByText(/^Not allowed: /))
      .first(),
  ).toBeVisible();
  await expect(page.locator('.bui-Skeleton')).toHaveCount(0);
}

async function findings(page: Page, rules?: string[]) {
  const axe = new AxeBuilder({ page })
    // Its other mode looks into frames, which there are none of, with a page of its own each time.
    .setLegacyMode()
    // The framework's own tabs above each page name panels that it does not draw.
    .exclude('[role="tablist"][aria-label="Toolbar tabs"]');
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, help, nodes }) =>
        `${id}: ${help}\n${nodes
          .slice(0, 5)
          .map(({ html, any }) => `  ${html}\n    ${any[0]?.message ?? ''}`)
          .join('\n')}`,
    );
}

/** A draft, one that waits for a decision, one whose apply failed. */
async function requests(pia: Api, theme: string) {
  const named = (name: string, environment: 'dev' | 'prod') =>
    databaseOrder(`${name}-${theme}`, { environment, changeTicket: 'CHG-1' });
  const draft = await request(pia, named('axe-draft', 'dev'));
  const pending = await request(pia, named('axe-pending', 'prod'), {
    submit: 'now',
  });
  const failed = await request(pia, named('axe-failed', 'dev'), {
    submit: 'now',
    storageGb: 1,
  });
  await becomes(pia, pending.id, { statusLabel: 'pull request open' });
  await becomes(pia, failed.id, {
    statusLabel: terraform
      ? 'apply failed'
      : 'not applied: no terraform or tofu',
  });
  return [draft, pending, failed];
}

for (const theme of ['light', 'dark'] as const) {
  test(`every page of ours is without serious findings of axe, ${theme}`, async ({
    signIn,
    api,
  }) => {
    test.slow(); // some twenty pages
    const made = await requests(await api('pia'), theme);
    const page = await signIn('pat', '/settings');
    await page.emulateMedia({ colorScheme: theme });
    // Off whatever it would hover.
    await page.mouse.move(0, 0);
    const routes = await ownRoutes(page);
    expect(routes.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['self-service.request', 'ownership.matrix']),
    );

    const paths = [...new Set(routes.map(({ path }) => path))].flatMap(path =>
      path.includes(':')
        ? made.map(({ id }) => path.replace(':id', id))
        : [path],
    );
    const found: Record<string, string[]> = {};
    for (const path of paths) {
      await test.step(path, async () => {
        await visit(page, path);
        found[path] = await findings(
          page,
          theme === 'dark' ? OF_COLOURS : undefined,
        );
      });
    }
    expect(
      Object.fromEntries(
        Object.entries(found).filter(([, each]) => each.length > 0),
      ),
    ).toEqual({});
  });
}

test('the form, and the draft before its author, are without serious findings of axe', async ({
  signIn,
  api,
}) => {
  const { id } = await request(await api('pia'), databaseOrder('axe-own'));
  const page = await signIn('pia', FORM);
  await page.mouse.move(0, 0);
  await expect(page.getByRole('radio', { name: /^dev\b/ })).toBeEnabled();
  const field = new AxeBuilder({ page })
    .setLegacyMode()
    .include('[role="radiogroup"]');
  expect((await field.analyze()).violations).toEqual([]);
  const routes = await ownRoutes(page);
  for (const { path } of routes.filter(each => each.path.includes(':'))) {
    await visit(page, path.replace(':id', id));
    expect(await findings(page), path).toEqual([]);
  }
  await visit(page, `/self-service/requests/${id}`);
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await findings(page)).toEqual([]);
});
