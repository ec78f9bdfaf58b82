// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { GroupDetail } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { AT, snapshotOf } from './page';

export const groupOf = (changes: Partial<GroupDetail> = {}): GroupDetail => ({
  environment: 'dev',
  groupId: 'payments.orders-reader',
  state: 'STABLE',
  members: 1,
  topics: ['orders.created'],
  lag: '24',
  partitions: [
    {
      topic: 'orders.created',
      partition: 0,
      committed: '216',
      end: '240',
      lag: '24',
      clientId: 'reader-1',
    },
  ],
  history: [
    { at: AT, lag: '40' },
    { at: '2026-11-22T10:05:00.000Z', lag: '24' },
  ],
  openRequests: [],
  live: true,
  snapshot: snapshotOf('dev'),
  actions: {
    reset: { allowed: false, because: 'Only its owner may reset it.' },
  },
  ...changes,
});
