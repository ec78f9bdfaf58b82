// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Ask for an application of the payments team',
    example: stringify({
      steps: [
        {
          id: 'application',
          name: 'Ask for the application',
          action: 'kafka:application:request',
          input: {
            name: 'refunds',
            displayName: 'Refunds',
            ownerRef: 'group:default/payments',
            componentRef: 'component:default/payments-api',
            reason: 'Refunds are to be events of their own',
          },
        },
      ],
    }),
  },
];
