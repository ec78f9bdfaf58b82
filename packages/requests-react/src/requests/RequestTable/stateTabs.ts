// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestCounts, RequestFilters } from '@fairway/requests-common';

/** A part of a list by state, as it is in the URL. @public */
export type RequestStateTab =
  | 'all'
  | 'waiting-for-me'
  | 'draft'
  | 'pending'
  | 'changes-requested'
  | 'active'
  | 'failed'
  | 'succeeded'
  | 'rejected'
  | 'withdrawn';

interface StateTab {
  /** In `RequestCounts`, and of the words. */
  key: Exclude<keyof RequestCounts, 'approved'>;
  filters: RequestFilters;
}

/** Each tab's filters, as the engine counts it. */
export const STATE_TABS: Record<RequestStateTab, StateTab> = {
  all: { key: 'all', filters: {} },
  'waiting-for-me': { key: 'waitingForMe', filters: { waitingForMe: true } },
  draft: { key: 'draft', filters: { decision: ['draft'] } },
  pending: { key: 'pending', filters: { decision: ['pending'] } },
  'changes-requested': {
    key: 'changesRequested',
    filters: { decision: ['changes-requested'] },
  },
  active: {
    key: 'active',
    filters: {
      decision: ['approved'],
      execution: ['none', 'queued', 'running', 'waiting'],
    },
  },
  failed: {
    key: 'failed',
    filters: { execution: ['failed', 'partially-applied'] },
  },
  succeeded: { key: 'succeeded', filters: { execution: ['succeeded'] } },
  rejected: { key: 'rejected', filters: { decision: ['rejected'] } },
  withdrawn: {
    key: 'withdrawn',
    filters: { decision: ['cancelled', 'expired'] },
  },
};

/** All of them, in the order of a request's life. @public */
export const REQUEST_STATE_TABS = Object.keys(STATE_TABS) as RequestStateTab[];
