// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** Columns that can be left out; the name is always there. */
export const COLUMNS = [
  'environment',
  'owner',
  'application',
  'phase',
  'partitions',
  'replicas',
  'retention',
  'cleanup',
  'bytes',
  'labels',
] as const;

export type Column = (typeof COLUMNS)[number];

export const STANDARD_COLUMNS: Column[] = [
  'environment',
  'owner',
  'phase',
  'partitions',
  'replicas',
  'retention',
];
