// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What the Kafka pages show of what the demo is seeded with; the pictures of plugins/kafka-self-serve/README.md.
import { type Page } from '@playwright/test';
import { expect, test } from './support/fixtures';
import { seeded } from './support/kafka';
import { picture } from './support/pictures';
import { part } from './support/requests';

/** A row of a table by the words in it. */
const row = (page: Page, table: string, words: RegExp) =>
  page.getByRole('table', { name: table }).getByRole('row', { name: words });

test('environments, topics and what drifted are seen by administrators', async ({
  signIn,
  api,
  portal,
}) => {
  test.slow();
  await seeded(await api('pat'));
  const page = await signIn('pat', '/kafka/environments');
  const production = row(page, 'Kafka environments', /Production/);
  await expect(production).toContainText('Reachable');
  await picture(page, 'kafka-environments', {
    showing: production,
    height: 560,
  });

  await page.getByRole('tab', { name: 'Topics', exact: true }).click();
  const drifted = row(page, 'Topics', /orders\.shipped prod/);
  await expect(drifted).toContainText('Drifted');
  await picture(page, 'kafka-topics', { showing: drifted, height: 1000 });

  // Topics are compared when they are read; the rest waits for the next scan, or for somebody who reads the cluster again.
  await page.goto(`${portal.address}/kafka/environments/prod`);
  await page.getByRole('button', { name: 'Sync now' }).click();
  await expect(page.getByText('The cluster was read just now.')).toBeVisible();
  await page.getByRole('tab', { name: 'Drift and orphans' }).click();
  const changed = row(page, 'Differences', /orders\.shipped/);
  await expect(changed).toContainText('2 hours');
  await expect(row(page, 'Orphans', /legacy-clicks/)).toBeVisible();
  await picture(page, 'kafka-drift', { showing: changed, height: 1000 });
});

test('a topic says who reads it, how far behind, and with which schema', async ({
  signIn,
  api,
}) => {
  await seeded(await api('otto'));
  const page = await signIn('otto', '/kafka/topics/prod/orders.created');
  const reader = page.getByRole('row', { name: /payments\.orders-reader.*90/ });
  await expect(reader).toBeVisible();
  await expect(
    page.getByRole('link', { name: 'orders.created-value' }),
  ).toBeVisible();
  await picture(page, 'kafka-topic', { showing: reader });
});

test('the form of a topic shows its plan before anybody is asked', async ({
  signIn,
}) => {
  const page = await signIn(
    'otto',
    '/kafka/topics/new?application=orders&environment=prod',
  );
  const plan = part(page, 'What will happen');
  const fill = async () => {
    await page.getByRole('textbox', { name: /^Name after/ }).fill('invoiced');
    await page
      .getByRole('textbox', { name: /Why it is needed/ })
      .fill('Invoices go out when an order is paid.');
    await page.getByRole('button', { name: 'Show the plan' }).click();
  };
  await fill();
  await expect(plan).toContainText('orders.invoiced');
  await expect(plan).toContainText('Data platform');
  await picture(page, 'kafka-new-topic', {
    showing: plan.getByText('orders.invoiced').first(),
    height: 1480,
    again: fill,
  });
});

test('whoever decides sees the plan and what it touches', async ({
  signIn,
}) => {
  const page = await signIn('dan', '/kafka/to-decide');
  await page
    .getByRole('link', { name: /Let orders@prod read payments\.settled/ })
    .click();
  const touches = part(page, 'What it touches');
  await expect(touches).toContainText('payments.settled');
  await expect(
    page.getByRole('button', { name: 'Approve', exact: true }),
  ).toBeEnabled();
  await picture(page, 'kafka-request', { showing: touches, height: 1200 });
});
