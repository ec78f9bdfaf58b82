// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'See what the newest approved version of a module takes',
    example: stringify({
      steps: [
        {
          id: 'inspect',
          name: 'Read the module',
          action: 'iac:module:inspect',
          input: { moduleRef: 'postgres-database' },
        },
      ],
    }),
  },
  {
    description: "See what a unit's module takes, by its source",
    example: stringify({
      steps: [
        {
          id: 'inspect',
          name: 'Read the module',
          action: 'iac:module:inspect',
          input: {
            source:
              'git::https://git.example.com/acme/infrastructure-modules.git//modules/postgres-database?ref=v1.0.0',
          },
        },
      ],
    }),
  },
];
