// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  SubjectDetail,
  SubjectVersionView,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { snapshotOf, YES } from './page';

export const subjectVersionOf = (
  changes: Partial<SubjectVersionView> = {},
): SubjectVersionView => ({
  version: 2,
  id: 7,
  format: 'AVRO',
  schema: '{"type":"record","name":"Created","fields":[]}',
  references: [],
  ...changes,
});

export const subjectOf = (
  changes: Partial<SubjectDetail> = {},
): SubjectDetail => ({
  environment: 'dev',
  name: 'orders.created-value',
  phase: 'ready',
  format: 'AVRO',
  version: 2,
  compatibility: 'BACKWARD',
  topics: ['orders.created'],
  instance: 'orders@dev',
  application: 'orders',
  ownerRef: 'group:default/orders',
  versions: [1, 2],
  latest: subjectVersionOf(),
  openRequests: [],
  live: true,
  snapshot: snapshotOf('dev'),
  actions: { register: YES, compatibility: YES },
  ...changes,
});
