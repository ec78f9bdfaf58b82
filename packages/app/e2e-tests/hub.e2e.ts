// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { type Page } from '@playwright/test';
import {
  databaseOrder,
  expectedPath,
  fillDatabaseForm,
} from './support/databaseForm';
import { type Api, expect, test } from './support/fixtures';
import { applied, carryOut, draft, next } from './support/forms';
import { picture } from './support/pictures';
import {
  action,
  createDraft,
  decide,
  openRequest,
  step,
} from './support/requests';

const ORDER = databaseOrder('hub-ledger');
const FILE = expectedPath(ORDER);
const ENTITY = 'resource/default/dev-hub-ledger';

/** The card of an action, by its title. */
const card = (page: Page, title: string) =>
  page.getByRole('listitem', { name: title, exact: true });

/** Waits until the catalog says of the entity what it should. */
const inCatalog = (person: Api, status: number) =>
  expect
    .poll(
      async () =>
        (await person.call(`/catalog/entities/by-name/${ENTITY}`)).status,
      { timeout: 60_000 },
    )
    .toBe(status);

/** Opens an action of the entity from its own tab. */
async function openAction(page: Page, address: string, title: string) {
  await page.goto(`${address}/catalog/default/resource/dev-hub-ledger/actions`);
  await page.getByRole('button', { name: `${title} in dev` }).click();
  await expect(page).toHaveURL(/\/create\/templates\/default\/.*formData=/);
}

test('what one may not is greyed, with the rule and whom to ask', async ({
  signIn,
}) => {
  const page = await signIn('gus', '/self-service/hub');
  const network = card(page, 'Network');
  await expect(network).toContainText('Not for you');
  await expect(
    network.getByTitle('group:default/netops').first(),
  ).toBeVisible();
  await expect(
    network.getByRole('link', { name: /Open the form/ }),
  ).toHaveCount(0);
});

test('three people find, order, approve, apply, change and remove', async ({
  signIn,
  api,
  git,
  portal,
}) => {
  test.setTimeout(300_000); // three changes, each to its end
  const pia = await api('pia');
  const inGit = () => git('infrastructure-live', 'show', `main:${FILE}`);
  const page = await signIn('pia', '/self-service/hub');

  await test.step('she finds it in the hub, and orders it', async () => {
    const database = card(page, 'PostgreSQL database');
    await picture(page, 'hub', { showing: database, height: 1000 });
    await page
      .getByRole('searchbox', { name: 'Search the actions' })
      .fill('postgres');
    await expect(database).toContainText('Makes something new');
    await expect(database).toContainText('No approval in dev, staging');
    await database.getByRole('link', { name: /Open the form/ }).click();
    await fillDatabaseForm(page, ORDER);
    await createDraft(page, ORDER);
    await carryOut(page, pia);
    await inCatalog(pia, 200);
  });

  await test.step('it runs in its environment', async () => {
    await page.goto(`${portal.address}/self-service/environments/dev`);
    await expect(
      page.getByRole('table', { name: 'What runs in dev' }),
    ).toContainText(ORDER.name);
    await expect(
      page.getByRole('table', { name: /^Teams that may deploy into dev/ }),
    ).toContainText('postgres-database');
  });

  await test.step('she changes its size in a form that is filled from Git', async () => {
    await openAction(page, portal.address, 'Change the size of a database');
    const storage = page.getByLabel('Storage in GB');
    await expect(storage.first()).toHaveValue('20');
    await storage.first().fill('40');
    await next(page);
    const diff = await draft(page, 'The load test filled it in an hour.');
    expect(diff).toMatch(/storage_gb\s+= 40/);
    await carryOut(page, pia);
    expect(inGit()).toMatch(/storage_gb\s+= 40/);
  });

  await test.step('who owns databases removes it; two others approve', async () => {
    const dan = await signIn('dan');
    await openAction(dan, portal.address, 'Remove a unit');
    await dan.getByRole('textbox', { name: 'The name again' }).fill(ORDER.name);
    await next(dan);
    await draft(dan, 'The ledger has moved to another one.');
    const id = openRequest(dan);
    await action(dan, 'Submit').click();
    await expect(step(dan, 'Open the pull request')).toContainText('Done');
    const pat = await signIn('pat', '/self-service/hub');
    await expect(pat.getByText(/waits? for your decision/)).toBeVisible();
    await pat.goto(`${portal.address}/self-service/requests/${id}`);
    await decide(pat, 'Approve');
    await page.goto(`${portal.address}/self-service/requests/${id}`);
    await decide(page, 'Approve');
    await expect(step(dan, 'Merge the pull request')).toContainText('Done');
    await applied(await api('dan'), id);
    await inCatalog(pia, 404);
    expect(git('infrastructure-live', 'ls-tree', 'main', FILE)).toBe('');
  });
});
