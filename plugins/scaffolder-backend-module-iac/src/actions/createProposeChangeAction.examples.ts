// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Propose the files of the workspace as a pull request',
    example: stringify({
      steps: [
        {
          id: 'propose',
          name: 'Propose the change',
          action: 'git:change:propose',
          input: {
            repoUrl: 'local?owner=acme&repo=infrastructure-live',
            title: 'Create PostgreSQL database orders-db in dev',
            description: 'For the orders of the autumn campaign.',
            submit: 'now',
          },
        },
      ],
    }),
  },
  {
    description: 'Propose a change with a change ticket',
    example: stringify({
      steps: [
        {
          id: 'propose',
          name: 'Propose the change',
          action: 'git:change:propose',
          input: {
            repoUrl: 'local?owner=acme&repo=infrastructure-live',
            title: 'Create PostgreSQL database orders-db in dev',
            request: { changeTicket: 'CHG-1234' },
            submit: 'now',
          },
        },
      ],
    }),
  },
  {
    description:
      'Propose a database for two weeks, with labels, and ask the code owners for a review',
    example: stringify({
      steps: [
        {
          id: 'propose',
          name: 'Propose the change',
          action: 'git:change:propose',
          input: {
            repoUrl: 'local?owner=acme&repo=infrastructure-live',
            title: 'Create PostgreSQL database orders-db in dev',
            labels: ['database', 'self-service'],
            reviewers: 'auto',
            lifetime: 'P14D',
          },
        },
      ],
    }),
  },
  {
    description:
      'Open a draft that the host merges itself once it is approved, with nobody asked there, or ask again for what was turned down',
    example: stringify({
      steps: [
        {
          id: 'propose',
          name: 'Propose the change',
          action: 'git:change:propose',
          input: {
            repoUrl: 'local?owner=acme&repo=infrastructure-live',
            title: 'Create PostgreSQL database orders-db in dev',
            reviewers: [],
            draft: true,
            autoMerge: true,
            onClosed: 'reopen',
            onBaseMoved: 'merge',
            onBranchExists: 'append',
            secretScan: true,
          },
        },
      ],
    }),
  },
];
