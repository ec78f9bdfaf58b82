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
import {
  action,
  createDraft,
  FORM,
  openRequest,
  part,
  request,
  step,
} from './support/requests';

/** The parts of a diff, one for each file. */
const filesOf = (diff: string) => diff.split(/^(?=diff --git )/m).sort();

/** What the stock pages complain of in development, none of it ours. */
const fromOurs = /self-service|packages\/app\/src|ownership/;

test('an engineer orders a database in dev and reads the diff, submits it, and finds it in Git', async ({
  signIn,
  api,
  git,
  complaints,
}, { project }) => {
  const order = databaseOrder('payments-ledger');
  /** Of the request with this id: its last characters are the branch's. */
  const branchOf = (id: string) =>
    git(
      'infrastructure-live',
      'for-each-ref',
      '--format=%(refname:short)',
      `refs/heads/fairway/create/*-${id.slice(-8)}`,
    ).trim() || undefined;
  // Where the first steps of people are.
  const page = await signIn('pia', '/self-service/start');
  await expect(page.getByText('0 of 6 steps done')).toBeVisible();
  await signIn('pia', FORM);

  await test.step('the form says what she may do', async () => {
    await expect(page.getByRole('radio', { name: /^dev\b/ })).toBeEnabled();
    await expect(page.getByRole('radio', { name: /^prod\b/ })).toBeDisabled();
    await expect(page.getByText(/product-prod .* change ticket/)).toBeVisible();
    await picture(page, 'order', {
      showing: page.getByText(/product-prod .* change ticket/),
      height: 1020,
    });
  });

  await test.step('she orders, and it is a draft', async () => {
    await fillDatabaseForm(page, order);
    await createDraft(page, order);
    await expect(
      page.getByText('Draft: look at it before you submit'),
    ).toBeVisible();
  });

  const id = openRequest(page);
  const { body: draft } = await (
    await api('pia')
  ).call(`/self-service/requests/${id}`);
  const diff = page.getByRole('region', { name: /terragrunt\.hcl/ });

  await test.step('the page shows the file that is to be, and Git has nothing yet', async () => {
    for (const line of expectedUnit(order).split('\n').filter(Boolean)) {
      await expect(
        diff.getByText(line.trim(), { exact: false }).first(),
      ).toBeVisible();
    }
    expect(branchOf(id)).toBeUndefined();
    await expect(
      part(page, 'Who has to approve').getByText('nonprod-auto'),
    ).toBeVisible();
    await picture(page, 'draft', { showing: diff.first(), height: 1210 });
  });

  await test.step('she submits it', async () => {
    await action(page, 'Submit').click();
    await expect(step(page, 'Open the pull request')).toContainText('Done');
  });

  await test.step('Git has that file, byte for byte, and no other unit', async () => {
    const branch = branchOf(id)!;
    expect(
      git('infrastructure-live', 'show', `${branch}:${expectedPath(order)}`),
    ).toBe(expectedUnit(order));
    expect(
      git('infrastructure-live', 'diff', '--name-only', `${branch}~`, branch)
        .trim()
        .split('\n'),
    ).toEqual([
      // Where the unit comes from, written beside it.
      expectedPath(order).replace('terragrunt.hcl', '.fairway.yaml'),
      expectedPath(order),
    ]);
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

  await test.step('the page showed what Git has, and gives the command that prints it', async () => {
    const branch = branchOf(id)!;
    const printed = git(
      'infrastructure-live',
      'diff',
      '--full-index',
      `${branch}~`,
      branch,
    );
    // What a person reads comes first there; file by file it is the same.
    expect(filesOf(draft.view.diff)).toEqual(filesOf(printed));
    await expect(
      part(page, 'See it in Git yourself').getByText(branch),
    ).toBeVisible();
  });

  await test.step('it is merged without anybody looking, by the rule for dev', async () => {
    await expect(step(page, 'Approved by rule')).toContainText('nonprod-auto');
    await expect(step(page, 'Merge the pull request')).toContainText('Done');
    expect(
      git('infrastructure-live', 'show', `main:${expectedPath(order)}`),
    ).toBe(expectedUnit(order));
  });

  await test.step('the first steps on the start page tick themselves', async () => {
    await page.getByRole('tab', { name: 'Start' }).click();
    const steps = page.getByRole('list', { name: 'Your first steps' });
    for (const done of ['Order something', 'Read the diff', 'Approve it']) {
      await expect(
        steps.getByRole('listitem').filter({ hasText: done }),
      ).toContainText('Done');
    }
    await picture(page, 'start', { showing: steps, height: 1000 });
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

test('her team sees the request, another team does not', async ({ api }) => {
  const pia = await api('pia');
  const { id } = await request(pia, databaseOrder('payments-seen'));
  const path = `/self-service/requests/${id}`;
  expect((await pia.call(path)).status).toBe(200);
  expect((await (await api('pat')).call(path)).status).toBe(200);
  expect((await (await api('otto')).call(path)).status).toBe(403);
});
