// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Write a database unit for dev',
    example: stringify({
      steps: [
        {
          id: 'unit',
          name: 'Write the unit',
          action: 'iac:terragrunt:unit',
          input: {
            repoUrl: 'local?owner=acme&repo=infrastructure-live',
            targetPath: 'live/acme-dev/eu-west-1/dev/stock-db',
            environment: 'dev',
            moduleRef: 'postgres-database',
            version: 'v1.1.0',
            inputs: { name: 'stock-db', storage_gb: 20 },
          },
        },
      ],
    }),
  },
  {
    description:
      "Write a unit that takes another unit's outputs, with a change ticket",
    example: stringify({
      steps: [
        {
          id: 'unit',
          name: 'Write the unit',
          action: 'iac:terragrunt:unit',
          input: {
            repoUrl: 'local?owner=acme&repo=infrastructure-live',
            targetPath: 'live/acme-dev/eu-west-1/dev/payments-db',
            environment: 'dev',
            moduleRef: 'postgres-database',
            version: 'v1.1.0',
            inputs: { name: 'payments-db', storage_gb: 20 },
            dependencies: [
              {
                name: 'network',
                configPath: '../network',
                outputs: { subnet_ids: 'database_subnet_ids' },
                mockOutputs: { database_subnet_ids: ['subnet-mock'] },
              },
            ],
            request: { changeTicket: 'CHG-1234' },
          },
        },
      ],
    }),
  },
  {
    description:
      'Change a unit that exists: what is given is set, everything else stays, and the password comes from another unit',
    example: stringify({
      steps: [
        {
          id: 'unit',
          name: 'Change the unit',
          action: 'iac:terragrunt:unit',
          input: {
            repoUrl: 'local?owner=acme&repo=infrastructure-live',
            targetPath: 'live/acme-dev/eu-west-1/dev/orders-db',
            environment: 'dev',
            moduleRef: 'postgres-database',
            version: 'v1.1.0',
            inputs: { instance_size: 'large' },
            dependencies: [{ name: 'reports', configPath: '../reports-db' }],
            secretInputs: { password: 'dependency.reports.outputs.password' },
            onExists: 'merge',
          },
        },
      ],
    }),
  },
];
