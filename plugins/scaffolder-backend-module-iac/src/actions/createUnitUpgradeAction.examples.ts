// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description:
      'Take a database to the next version, which asks for one more input',
    example: stringify({
      steps: [
        {
          id: 'upgrade',
          name: 'Upgrade the module',
          action: 'iac:unit:upgrade',
          input: {
            repoUrl: 'local?owner=acme&repo=infrastructure-live',
            paths: ['live/acme-dev/eu-west-1/dev/orders-db'],
            toVersion: 'v1.1.0',
            answers: { owner_team: 'orders' },
          },
        },
      ],
    }),
  },
];
