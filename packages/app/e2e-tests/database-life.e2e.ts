// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { type Page } from '@playwright/test';
import { expect, test } from './support/fixtures';
import { applied, carryOut, draft, next } from './support/forms';
import { action, decide, openRequest, step } from './support/requests';

const NAME = 'payments-life';
const FOLDER = `live/acme-dev/eu-west-1/dev/${NAME}`;
const UNIT = `${FOLDER}/terragrunt.hcl`;

async function chooseDev(page: Page) {
  const dev = page.getByRole('radio', { name: /^dev\b/ });
  await expect(dev).toBeEnabled();
  await dev.check({ force: true });
}

/** A form of day 2, as a link to it opens it: with the unit filled in. */
const formFor = (template: string) =>
  `/create/templates/default/${template}?formData=${encodeURIComponent(
    JSON.stringify({ environment: 'dev', unit: FOLDER }),
  )}`;

test('a database lives: ordered, made larger, upgraded, removed, each a diff that somebody read', async ({
  signIn,
  api,
  git,
  portal,
}) => {
  test.setTimeout(300_000); // four changes, each to its end
  const pia = await api('pia');
  const inGit = () => git('infrastructure-live', 'show', `main:${UNIT}`);
  const page = await signIn('pia', '/self-service/modules');

  await test.step('she finds the module and its form', async () => {
    await page
      .getByRole('searchbox', { name: 'Search the modules' })
      .fill('postgres');
    await page.getByRole('link', { name: 'PostgreSQL database' }).click();
    await expect(
      page.getByRole('table', { name: 'Inputs of v1.1.0' }),
    ).toContainText('data_classification');
    await expect(page.getByRole('row', { name: /^dev/ }).first()).toContainText(
      'You may',
    );
    await page
      .getByRole('link', { name: 'Use it: Anything from the modules' })
      .click();
  });

  await test.step('she orders it at the version that her runbook names', async () => {
    await page.getByRole('textbox', { name: 'Name of the unit' }).fill(NAME);
    await chooseDev(page);
    await page.getByRole('radio', { name: /^v1\.0\.0/ }).check({ force: true });
    await next(page);
    await page.getByRole('button', { name: 'Take from another unit' }).click();
    await page.getByRole('button', { name: /Choose a unit/ }).click();
    await page.getByRole('option', { name: /^network/ }).click();
    await page.getByRole('button', { name: /Input 1 filled from/ }).click();
    await page.getByRole('option', { name: 'subnet_ids' }).click();
    await page.getByRole('button', { name: /Output 1 of network/ }).click();
    await page.getByRole('option', { name: 'database_subnet_ids' }).click();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill(NAME);
    await page.getByRole('button', { name: /^Optional settings/ }).click();
    await expect(
      page.getByText(
        'Filled from the output “database_subnet_ids” of network.',
      ),
    ).toBeVisible();
    // The demo's pipeline knows no outputs of what it has not made itself.
    await page
      .getByRole('button', { name: 'Do not take from network' })
      .click();
    await expect(
      page.getByRole('button', { name: 'Add to Subnet ids' }),
    ).toBeVisible();
    await page.getByRole('textbox', { name: 'Storage gb' }).fill('5');
    await next(page);
    await expect(page.locator('#root_settings__error')).toContainText(
      'storage_gb is 5; give at least 20',
    );
    await page.getByRole('textbox', { name: 'Storage gb' }).fill('20');
    await next(page);
    const diff = await draft(page, 'The ledger of the new payouts.');
    expect(diff).toContain('postgres-database?ref=v1.0.0');
    await carryOut(page, pia);
    expect(inGit()).toContain('storage_gb = 20');
  });

  await test.step('she makes it larger in a form that is filled from Git', async () => {
    await page.goto(`${portal.address}${formFor('change-unit')}`);
    await expect(page.getByRole('button', { name: /Unit/ })).toContainText(
      NAME,
    );
    await next(page);
    const storage = page.getByRole('textbox', { name: 'Storage gb' });
    await expect(storage).toHaveValue('20');
    await storage.fill('80');
    await expect(page.getByText('In Git: 20')).toBeVisible();
    await next(page);
    const before = inGit();
    const diff = await draft(page, 'The load test filled it in an hour.');
    expect(diff).toMatch(/storage_gb\s+= 20/);
    expect(diff).toMatch(/storage_gb\s+= 80/);
    await carryOut(page, pia);
    expect(inGit()).toBe(before.replace('storage_gb = 20', 'storage_gb = 80'));
  });

  await test.step('she upgrades the module, and answers what the version newly needs', async () => {
    await page.goto(`${portal.address}${formFor('upgrade-module')}`);
    await expect(page.getByRole('radio', { name: /^v1\.1\.0/ })).toBeChecked();
    await expect(
      page.getByRole('radio', { name: /^v1\.0\.0.*In use now/ }),
    ).toBeVisible();
    await next(page);
    await expect(
      page.getByText('New, and needed: data_classification'),
    ).toBeVisible();
    const asked = page.getByRole('group', { name: 'Asked for by v1.1.0' });
    await next(page);
    await expect(page.locator('#root_settings__error')).toContainText(
      'data_classification is required; give it a value',
    );
    await asked.getByRole('radio', { name: 'internal' }).check({ force: true });
    await next(page);
    const diff = await draft(page, 'v1.0.0 gets no fixes any more.');
    expect(diff).toContain('postgres-database?ref=v1.1.0');
    expect(diff).toMatch(/data_classification\s+= "internal"/);
    await carryOut(page, pia);
    expect(inGit()).toContain('?ref=v1.1.0');
    expect(inGit()).toMatch(/storage_gb\s+= 80/);
  });

  await test.step('whoever owns databases removes it; the environment and the team that has it approve', async () => {
    const dan = await signIn('dan', formFor('remove-unit'));
    await expect(dan.getByRole('button', { name: /Unit/ })).toContainText(NAME);
    await dan.getByRole('textbox', { name: 'The name again' }).fill(NAME);
    await next(dan);
    const diff = await draft(dan, 'The ledger has moved to another one.');
    expect(diff).toContain('postgres-database?ref=v1.1.0');
    const id = openRequest(dan);
    await action(dan, 'Submit').click();
    await expect(step(dan, 'Open the pull request')).toContainText('Done');
    const pat = await signIn('pat', `/self-service/requests/${id}`);
    await expect(
      pat.getByRole('region', { name: /terragrunt\.hcl/ }).first(),
    ).toContainText('v1.1.0');
    await decide(pat, 'Approve');
    // It is her team's, so she is asked as well.
    await page.goto(`${portal.address}/self-service/requests/${id}`);
    await decide(page, 'Approve');
    await expect(step(dan, 'Merge the pull request')).toContainText('Done');
    await applied(await api('dan'), id);
    expect(
      git('infrastructure-live', 'ls-tree', '--name-only', 'main', FOLDER),
    ).toBe('');
  });
});
