// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  KafkaPage,
  SnapshotInfo,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { RequestAction } from '@fairway/requests-common';

/** When everything was read. */
export const AT = '2026-11-22T10:00:00.000Z';
export const YES: RequestAction = { allowed: true };

export const snapshotOf = (environment: string): SnapshotInfo => ({
  environment,
  asOf: AT,
  reachable: true,
});

/** A page with all there is. */
export const pageOf = <T>(...items: T[]): KafkaPage<T> => ({
  items,
  total: items.length,
  snapshots: [snapshotOf('dev')],
});
