// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Call a registry module with a provider of its own',
    example: stringify({
      steps: [
        {
          id: 'module',
          name: 'Write the module call',
          action: 'iac:terraform:module',
          input: {
            targetPath: 'network/dev',
            moduleName: 'network',
            source: 'acme/network/aws',
            version: '1.2.3',
            inputs: { name: 'dev', note: 'costs ${5}' },
            providers: { aws: 'aws.eu' },
          },
        },
      ],
    }),
  },
];
