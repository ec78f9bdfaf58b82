// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { type Page } from '@playwright/test';

/** What the tests order; the name differs for each, since a unit is made once. */
export const databaseOrder = (name: string) => ({
  name,
  environment: 'dev',
  justification: 'The ledger of the new payouts, to try them out.',
});

export type DatabaseOrder = ReturnType<typeof databaseOrder>;

/** Fills the stock form of the template, as a person does, up to the review. */
export async function fillDatabaseForm(page: Page, order: DatabaseOrder) {
  await page.getByRole('textbox', { name: 'Name' }).fill(order.name);
  await page
    .getByRole('radio', { name: new RegExp(`^${order.environment}\\b`) })
    .check({ force: true });
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByText('Storage in GB').first().waitFor();
  await page.getByRole('button', { name: 'Next' }).click();
  await page
    .getByRole('textbox', { name: 'Justification' })
    .fill(order.justification);
  await page.getByRole('button', { name: 'Review' }).click();
}

/** The file that the order has to become, to the byte. */
export const expectedUnit = ({ name }: DatabaseOrder) => `include "root" {
  path = find_in_parent_folders("root.hcl")
}

terraform {
  source = "git::https://github.com/acme/infrastructure-modules.git//modules/postgres-database?ref=v1.1.0"
}

inputs = {
  name                = "${name}"
  data_classification = "internal"
  instance_size       = "small"
  storage_gb          = 20
}
`;

/** Where it has to lie. */
export const expectedPath = ({ name, environment }: DatabaseOrder) =>
  `live/acme-${environment}/eu-west-1/${environment}/${name}/terragrunt.hcl`;
