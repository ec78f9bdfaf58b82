// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  DriftEntry,
  ImportSuggestion,
  OrphanView,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { AT, YES } from './page';

export const driftOf = (changes: Partial<DriftEntry> = {}): DriftEntry => ({
  id: 'drift-1',
  environment: 'dev',
  kind: 'topic-changed',
  name: 'orders.created',
  title: 'orders.created is not as desired',
  changes: [{ path: 'partitions', before: '3', after: '6' }],
  since: AT,
  ignored: false,
  action: YES,
  ...changes,
});

export const orphanOf = (changes: Partial<OrphanView> = {}): OrphanView => ({
  environment: 'dev',
  type: 'TOPIC',
  name: 'legacy.audit',
  principals: ['User:audit'],
  ...changes,
});

export const suggestionOf = (
  changes: Partial<ImportSuggestion> = {},
): ImportSuggestion => ({
  environment: 'dev',
  topic: 'legacy.audit',
  owners: [
    {
      principal: 'User:audit',
      instance: 'audit@dev',
      reason: 'User:audit writes it.',
    },
  ],
  grants: [],
  ...changes,
});
