// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Read a unit, whole, to change it in later steps',
    example: stringify({
      steps: [
        {
          id: 'begin',
          name: 'Read the database',
          action: 'git:change:begin',
          input: {
            repoUrl: 'local?owner=acme&repo=infrastructure-live',
            paths: ['live/acme-dev/eu-west-1/dev/orders-db'],
          },
        },
      ],
    }),
  },
];
