// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Ask to read a topic of another team until a day',
    example: stringify({
      steps: [
        {
          id: 'access',
          name: 'Ask for access',
          action: 'kafka:access:request',
          input: {
            environment: 'dev',
            grantee: 'ledger@dev',
            access: 'CONSUME',
            topic: 'refunds.paid',
            group: 'ledger.',
            expiresAt: '2036-01-01T00:00:00Z',
            reason: 'The ledger books refunds',
          },
        },
      ],
    }),
  },
];
