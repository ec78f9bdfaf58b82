// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { spawnSync } from 'node:child_process';
import { expect, test } from './support/fixtures';
import { picture } from './support/pictures';
import {
  databaseOrder,
  expectedPath,
  expectedUnit,
  fillDatabaseForm,
} from './support/databaseForm';

/** What the stock pages complain of in development, none of it ours. */
const fromOurs = /self-service|packages\/app\/src|ownership/;

test('an engineer orders a database in dev and finds the commit in Git', async ({
  signIn,
  portal,
  git,
  complaints,
}, { project }) => {
  const order = databaseOrder('payments-ledger');
  const page = await signIn('pia');

  await test.step('the form says what she may do', async () => {
    await page.goto(
      `${portal.address}/create/templates/default/postgres-database`,
    );
    await expect(page.getByRole('radio', { name: /^dev\b/ })).toBeEnabled();
    await expect(page.getByRole('radio', { name: /^prod\b/ })).toBeDisabled();
    await expect(page.getByText(/product-prod .* change ticket/)).toBeVisible();
    await picture(page, 'order', {
      showing: page.getByText(/product-prod .* change ticket/),
      height: 1020,
    });
  });

  await test.step('she orders', async () => {
    await fillDatabaseForm(page, order);
    await expect(page.getByText(order.justification)).toBeVisible();
    await page.getByRole('button', { name: 'Create' }).click();
  });

  await test.step('the task leads to the change', async () => {
    await page.getByRole('link', { name: 'See the change' }).first().click();
    await expect(page).toHaveURL(/\/self-service\/changes\/[0-9a-f-]{36}$/);
    await expect(
      page.getByRole('heading', {
        name: `Create PostgreSQL database ${order.name} in dev`,
      }),
    ).toBeVisible();
  });

  const id = page.url().split('/').pop()!;
  const command = await page.getByText(/^git -C .* log -1 -p/).textContent();
  const branch = /fairway\/create\/[\w./-]+/.exec(command!)![0];

  await test.step('Git has that file and no other, byte for byte', async () => {
    expect(
      git('infrastructure-live', 'show', `${branch}:${expectedPath(order)}`),
    ).toBe(expectedUnit(order));
    expect(
      git('infrastructure-live', 'diff', '--name-only', 'main', branch).trim(),
    ).toBe(expectedPath(order));
    const message = git(
      'infrastructure-live',
      'log',
      '-1',
      '--format=%B',
      branch,
    );
    expect(message).toContain('Requested-by: user:default/pia');
    expect(message).toContain(`Fairway-Change-Id: ${id}`);
    expect(message).toContain(
      'Fairway-Template: template:default/postgres-database',
    );
  });

  await test.step('the page shows what Git has', async () => {
    const diff = git('infrastructure-live', 'diff', 'main', branch);
    const added = diff.split('\n').filter(line => /^\+(?!\+\+)/.test(line));
    const shown = page.getByRole('region', { name: /terragrunt\.hcl/ });
    for (const line of added
      .map(text => text.slice(1).trim())
      .filter(Boolean)) {
      await expect(
        shown.getByText(line, { exact: false }).first(),
      ).toBeVisible();
    }
    await expect(page.getByText(branch, { exact: true })).toBeVisible();
    await picture(page, 'change', { showing: shown.first(), height: 1210 });
  });

  await test.step('terraform fmt has nothing to say', async () => {
    const formatted = spawnSync('terraform', ['fmt', '-'], {
      input: expectedUnit(order),
      encoding: 'utf8',
    });
    test.skip(
      Boolean(formatted.error) && !process.env.CI,
      'terraform is not installed',
    );
    expect(formatted.stdout).toBe(expectedUnit(order));
  });

  await test.step('nothing went wrong on the way', async () => {
    const ours =
      project.name === 'production'
        ? complaints
        : complaints.filter(
            ({ kind, text }) => kind !== 'console' || fromOurs.test(text),
          );
    expect(ours).toEqual([]);
  });
});

test('her team sees the change, another team does not', async ({ api }) => {
  const pia = await api('pia');
  const name = 'payments-seen';
  const created = await pia.call('/self-service/changes', {
    repoUrl: 'local?owner=acme&repo=infrastructure-live',
    title: `Create PostgreSQL database ${name} in dev`,
    idempotencyKey: name,
    files: [
      {
        path: expectedPath({ name, environment: 'dev', justification: '' }),
        content: expectedUnit({ name, environment: 'dev', justification: '' }),
      },
    ],
  });
  expect(created.status).toBe(201);
  const path = `/self-service/changes/${created.body.id}`;
  expect((await pia.call(path)).status).toBe(200);
  expect((await (await api('pat')).call(path)).status).toBe(200);
  expect((await (await api('otto')).call(path)).status).toBe(403);
});
