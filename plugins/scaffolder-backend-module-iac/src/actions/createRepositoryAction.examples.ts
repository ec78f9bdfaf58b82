// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const fetch = {
  id: 'fetch',
  name: 'Write what it begins with',
  action: 'fetch:template',
  input: {
    url: './skeleton',
    targetPath: 'repository',
    values: { name: 'payments-api' },
  },
};

export const examples: TemplateExample[] = [
  {
    description: 'Ask for a private repository with a skeleton in it',
    example: stringify({
      steps: [
        fetch,
        {
          id: 'repository',
          name: 'Ask for the repository',
          action: 'git:repository:create',
          input: {
            repoUrl: 'local?owner=acme&repo=payments-api',
            sourcePath: 'repository',
            description: 'Takes payments',
            justification: 'It becomes a service of its own.',
          },
        },
      ],
    }),
  },
  {
    description: 'Send it off at once, for a team',
    example: stringify({
      steps: [
        fetch,
        {
          id: 'repository',
          name: 'Ask for the repository',
          action: 'git:repository:create',
          input: {
            repoUrl: 'local?owner=acme&repo=payments-api',
            sourcePath: 'repository',
            owner: 'group:default/payments',
            submit: 'now',
          },
        },
      ],
    }),
  },
];
