// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const repoUrl = 'local?owner=acme&repo=infrastructure-live';
const path = 'live/acme-dev/eu-west-1/dev/orders-db/terragrunt.hcl';

export const examples: TemplateExample[] = [
  {
    description: 'Make a database larger',
    example: stringify({
      steps: [
        {
          id: 'size',
          name: 'Change the size',
          action: 'iac:hcl:edit',
          input: {
            repoUrl,
            path,
            edits: [
              { op: 'set', at: ['inputs', 'instance_size'], value: 'large' },
              { op: 'set', at: ['inputs', 'storage_gb'], value: 100 },
            ],
          },
        },
      ],
    }),
  },
  {
    description: "Take an input from another unit's output, and drop one",
    example: stringify({
      steps: [
        {
          id: 'subnets',
          name: 'Take the subnets from the network',
          action: 'iac:hcl:edit',
          input: {
            repoUrl,
            path,
            edits: [
              {
                op: 'insertBlock',
                at: ['dependency', 'network'],
                value: { config_path: '../network' },
              },
              {
                op: 'set',
                at: ['inputs', 'subnet_ids'],
                expression: 'dependency.network.outputs.subnet_ids',
              },
              { op: 'remove', at: ['inputs', 'note'] },
            ],
          },
        },
      ],
    }),
  },
];
