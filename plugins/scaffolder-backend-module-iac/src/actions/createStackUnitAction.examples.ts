// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const stackPath = 'live/acme-dev/eu-west-1/dev';

export const examples: TemplateExample[] = [
  {
    description: 'Put a database into a stack, then take it out again',
    example: stringify({
      steps: [
        {
          id: 'put',
          name: 'Put the database into the stack',
          action: 'iac:terragrunt:stack:unit',
          input: {
            stackPath,
            unitName: 'db',
            source:
              'git::https://git.example.com/acme/infrastructure-units.git//units/postgres-database?ref=v1.1.0',
            values: { version: 'v1.1.0', name: 'orders' },
          },
        },
        {
          id: 'take',
          name: 'Take it out again',
          action: 'iac:terragrunt:stack:unit',
          input: { stackPath, unitName: 'db', state: 'absent' },
        },
      ],
    }),
  },
];
