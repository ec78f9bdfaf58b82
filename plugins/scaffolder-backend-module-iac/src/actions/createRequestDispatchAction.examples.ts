// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Have a workflow deploy another image tag',
    example: stringify({
      steps: [
        {
          id: 'dispatch',
          name: 'Ask for the deployment',
          action: 'request:dispatch',
          input: {
            receiver: 'redeploy',
            environment: 'dev',
            service: 'payments-api',
            values: { tag: '2.15.0' },
            title: 'Deploy payments-api 2.15.0 in dev',
          },
        },
      ],
    }),
  },
  {
    description: 'Ask for a notebook for two days, and send it off at once',
    example: stringify({
      steps: [
        {
          id: 'dispatch',
          name: 'Ask for the notebook',
          action: 'request:dispatch',
          input: {
            receiver: 'notebook',
            environment: 'dev',
            service: 'payments-api',
            resource: 'pia-notes',
            values: { size: 'small' },
            lifetime: 'P2D',
            description: 'To look at the payments of last week.',
            submit: 'now',
          },
        },
      ],
    }),
  },
];
