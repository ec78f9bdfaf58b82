// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { expect, type Page } from '@playwright/test';

export interface DatabaseOrder {
  name: string;
  environment: 'dev' | 'prod';
  changeTicket?: string;
  justification: string;
}

/** What the tests order; the name differs for each, since a unit is made once. */
export const databaseOrder = (
  name: string,
  order: Partial<DatabaseOrder> = {},
): DatabaseOrder => ({
  name,
  environment: 'dev',
  justification: 'The ledger of the new payouts, to try them out.',
  ...order,
});

/** Fills the stock form of the template, as a person does, up to the review. */
export async function fillDatabaseForm(page: Page, order: DatabaseOrder) {
  await page.getByRole('textbox', { name: 'Name' }).fill(order.name);
  if (order.changeTicket) {
    await page
      .getByRole('textbox', { name: 'Change ticket' })
      .fill(order.changeTicket);
  }
  const environment = page.getByRole('radio', {
    name: new RegExp(`^${order.environment}\\b`),
  });
  await expect(environment).toBeEnabled();
  await environment.check({ force: true });
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByText('Storage in GB').first().waitFor();
  await page.getByRole('button', { name: 'Next' }).click();
  await page
    .getByRole('textbox', { name: 'Justification' })
    .fill(order.justification);
  await page.getByRole('button', { name: 'Review' }).click();
}

/** The file that the order has to become, to the byte. */
export const expectedUnit = (
  { name }: Pick<DatabaseOrder, 'name'>,
  inputs: { classification?: string; more?: string } = {},
) => `include "root" {
  path = find_in_parent_folders("root.hcl")
}

terraform {
  source = "git::https://github.com/acme/infrastructure-modules.git//modules/postgres-database?ref=v1.1.0"
}

inputs = {
  name                = "${name}"
  data_classification = "${inputs.classification ?? 'internal'}"
  instance_size       = "small"
  storage_gb          = 20
${inputs.more ?? ''}}
`;

/** Where it has to lie. */
export const expectedPath = ({
  name,
  environment,
}: Pick<DatabaseOrder, 'name' | 'environment'>) =>
  `live/acme-${environment}/eu-west-1/${environment}/${name}/terragrunt.hcl`;
