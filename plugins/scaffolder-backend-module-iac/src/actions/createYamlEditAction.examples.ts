// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const repoUrl = 'local?owner=acme&repo=infrastructure-live';
const path = 'deploy/dev/payments-api/values.yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Change how many replicas a service has',
    example: stringify({
      steps: [
        {
          id: 'replicas',
          name: 'Change the replicas',
          action: 'iac:yaml:edit',
          input: {
            repoUrl,
            path,
            edits: [{ op: 'replace', path: ['replicas'], value: 3 }],
          },
        },
      ],
    }),
  },
  {
    description: 'Deploy another image, with a setting of its own',
    example: stringify({
      steps: [
        {
          id: 'image',
          name: 'Change the image',
          action: 'iac:yaml:edit',
          input: {
            repoUrl,
            path,
            edits: [
              { op: 'replace', path: ['image', 'tag'], value: '2.16.0' },
              { op: 'merge', path: ['env'], value: { LOG_LEVEL: 'debug' } },
            ],
          },
        },
      ],
    }),
  },
];
