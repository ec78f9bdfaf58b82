// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import AxeBuilder from '@axe-core/playwright';
import { type Page } from '@playwright/test';
import { databaseOrder } from './support/databaseForm';
import { type Api, expect, test } from './support/fixtures';
import { FORM, becomes, request, terraform } from './support/requests';
import { ownRoutes, pathsOf } from './support/routes';

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
  await isThere(page);
}

/** Waits until all of the page is there; it may be drawn anew for another theme. */
async function isThere(page: Page) {
  await expect(
    page
      .getByRole('heading', { level: 2 })
      .or(page.getByText(/^Not allowed: /))
      .first(),
  ).toBeVisible();
  await expect(page.locator('.bui-Skeleton')).toHaveCount(0);
}

/** Waits until nothing moves: a table that loads anew is dimmed, a dialog fades in, colours change to another theme's. */
async function isAtRest(page: Page) {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(each => Number(each.effect?.getComputedTiming().endTime) < 5e3)
        .map(each => each.finished),
    ),
  );
}

async function findings(page: Page, rules?: string[], within?: string) {
  await isAtRest(page);
  const axe = new AxeBuilder({ page })
    // Its other mode looks into frames, which there are none of, with a page of its own each time.
    .setLegacyMode()
    // The framework's own tabs above each page name panels that it does not draw.
    .exclude('[role="tablist"][aria-label="Toolbar tabs"]');
  if (within) axe.include(within);
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
async function requests(pia: Api) {
  const named = (name: string, environment: 'dev' | 'prod') =>
    databaseOrder(name, { environment, changeTicket: 'CHG-1' });
  const draft = await request(pia, named('axe-draft', 'dev'));
  const pending = await request(pia, named('axe-pending', 'prod'), {
    submit: 'now',
  });
  const failed = await request(pia, named('axe-failed', 'dev'), {
    submit: 'now',
    // Each is one that the module takes, and together it refuses them: the plan fails.
    inputs: {
      classification: 'confidential',
      more: '\n  backup_retention_days = 3\n',
    },
  });
  await becomes(pia, pending.id, { statusLabel: 'pull request open' });
  await becomes(pia, failed.id, {
    statusLabel: terraform
      ? 'apply failed'
      : 'not applied: no terraform or tofu',
  });
  return [draft, pending, failed].map(({ id }) => id);
}

/** Finds in the light theme, and in the dark one what its colours can break. */
async function findingsOfBothThemes(page: Page) {
  const light = await findings(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await isThere(page);
  const dark = await findings(page, OF_COLOURS);
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark.map(finding => `dark: ${finding}`)];
}

test('every page of ours is without serious findings of axe, light and dark', async ({
  signIn,
  api,
}) => {
  test.slow(); // some twenty pages
  const ids = await requests(await api('pia'));
  const page = await signIn('pat', '/settings');
  // Off whatever it would hover.
  await page.mouse.move(0, 0);
  const routes = await ownRoutes(page);
  expect(routes.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['self-service.request', 'ownership.matrix']),
  );
  const paths = pathsOf(routes, ids);
  const found: Record<string, string[]> = {};
  for (const path of paths) {
    await test.step(path, async () => {
      await visit(page, path);
      found[path] = await findingsOfBothThemes(page);
    });
  }
  expect(
    Object.fromEntries(
      Object.entries(found).filter(([, each]) => each.length > 0),
    ),
  ).toEqual({});
});

test('what the page of an entity has of ours is without serious findings of axe', async ({
  signIn,
  api,
}) => {
  const pia = await api('pia');
  const { id } = await request(pia, databaseOrder('axe-entity'), {
    submit: 'now',
  });
  // A list that is brought up to date is dimmed for that moment.
  await becomes(
    pia,
    id,
    terraform
      ? { execution: 'succeeded' }
      : { statusLabel: 'not applied: no terraform or tofu' },
  );
  const entity = 'resource/default/dev-axe-entity';
  await expect
    .poll(
      async () =>
        (
          await pia.call(`/catalog/entities/by-name/${entity}`)
        ).status,
    )
    .toBe(200);
  const page = await signIn('pia', '/catalog/default/resource/dev-axe-entity');
  for (const [tab, region] of [
    ['Overview', 'As it was ordered'],
    ['Requests', 'Its requests'],
  ] as const) {
    await page.getByRole('link', { name: tab, exact: true }).click();
    const ours = page.getByRole('region', { name: region });
    await expect(ours).toBeVisible();
    await expect(page.locator('.bui-Skeleton')).toHaveCount(0);
    await page.mouse.move(0, 0);
    await ours.evaluate(element => element.setAttribute('data-ours', ''));
    expect(await findings(page, undefined, '[data-ours]'), tab).toEqual([]);
  }
});

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
  for (const path of pathsOf(routes, [id]).filter(each => each.includes(id))) {
    await visit(page, path);
    expect(await findings(page), path).toEqual([]);
  }
  await visit(page, `/self-service/requests/${id}`);
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await findings(page)).toEqual([]);
});
