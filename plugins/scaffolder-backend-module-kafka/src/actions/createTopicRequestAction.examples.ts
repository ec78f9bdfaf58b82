// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Ask for a small topic',
    example: stringify({
      steps: [
        {
          id: 'topic',
          name: 'Ask for the topic',
          action: 'kafka:topic:request',
          input: {
            environment: 'dev',
            instance: 'refunds@dev',
            name: 'refunds.requested',
            size: 'S',
          },
        },
      ],
    }),
  },
  {
    description:
      'Ask for a topic with a consumer and a schema, all in one request',
    example: stringify({
      steps: [
        {
          id: 'topic',
          name: 'Ask for the topic',
          action: 'kafka:topic:request',
          input: {
            environment: 'dev',
            instance: 'refunds@dev',
            name: 'refunds.paid',
            size: 'S',
            configs: { 'retention.ms': '86400000' },
            access: [
              { grantee: 'ledger@dev', access: 'CONSUME', group: 'ledger.' },
            ],
            schema: {
              format: 'AVRO',
              text: '{"type":"record","name":"Paid","fields":[{"name":"id","type":"string"}]}',
            },
            submit: 'now',
            reason: 'The ledger books refunds',
          },
        },
      ],
    }),
  },
];
