// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const unit = {
  id: 'unit',
  name: 'Write the unit',
  action: 'iac:terragrunt:unit',
  input: {
    repoUrl: 'local?owner=acme&repo=infrastructure-live',
    targetPath: 'live/acme-dev/eu-west-1/dev/stock-db',
    environment: 'dev',
    moduleRef: 'postgres-database',
    version: 'v1.1.0',
    inputs: { name: 'stock-db', tags: { cost_center: '4711' } },
  },
};

export const examples: TemplateExample[] = [
  {
    description: 'Refuse a unit without its tags',
    example: stringify({
      steps: [
        unit,
        {
          id: 'validate',
          name: 'Check the files',
          action: 'iac:validate',
          input: { requiredTags: ['cost_center'] },
        },
      ],
    }),
  },
  {
    description: 'Only say what is found, in one folder',
    example: stringify({
      steps: [
        unit,
        {
          id: 'validate',
          name: 'Check the files',
          action: 'iac:validate',
          input: { paths: [unit.input.targetPath], failOn: 'never' },
        },
      ],
    }),
  },
];
