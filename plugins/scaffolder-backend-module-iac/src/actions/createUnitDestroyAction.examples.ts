// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Remove a database, by its name',
    example: stringify({
      steps: [
        {
          id: 'destroy',
          name: 'Remove the database',
          action: 'iac:unit:destroy',
          input: {
            repoUrl: 'local?owner=acme&repo=infrastructure-live',
            path: 'live/acme-dev/eu-west-1/dev/orders-db',
            confirmName: 'orders-db',
          },
        },
      ],
    }),
  },
];
