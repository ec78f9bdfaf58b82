// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestCounts, RequestFilters } from '@fairway/requests-common';

/** What an administrator looks at, in this order. */
export const PARTS = [
  'pending',
  'failed',
  'approved',
  'rejected',
  'all',
] as const;

export type Part = (typeof PARTS)[number];

/** The filters of each part, as the engine counts it. */
export const PART_FILTERS: Record<Part, RequestFilters> = {
  pending: { decision: ['pending'] },
  failed: { execution: ['failed', 'partially-applied'] },
  approved: { decision: ['approved'] },
  rejected: { decision: ['rejected'] },
  all: {},
};

export const countOf = (counts: RequestCounts, part: Part): number =>
  counts[part];
