// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { TopicPolicyView } from '@fairway/backstage-plugin-kafka-self-serve-common';

export const policyOf = (
  changes: Partial<TopicPolicyView> = {},
): TopicPolicyView => ({
  name: 'names',
  description: 'What topics are called',
  constraints: [
    {
      kind: 'range',
      field: 'partitions',
      min: 1,
      max: 12,
      severity: 'error',
      message: 'More than twelve are never needed.',
    },
  ],
  environments: ['dev'],
  configured: false,
  rowVersion: 1,
  ...changes,
});
