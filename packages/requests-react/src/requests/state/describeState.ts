// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestSummary } from '@fairway/requests-common';
import type { StateTone } from '../../components';

/** Name of a state's words in the translation. */
export type RequestStateKey =
  | 'draft'
  | 'pending'
  | 'changesRequested'
  | 'rejected'
  | 'cancelled'
  | 'expired'
  | 'approved'
  | 'queued'
  | 'running'
  | 'waiting'
  | 'succeeded'
  | 'failed'
  | 'partiallyApplied'
  | 'compensated';

interface RequestState {
  key: RequestStateKey;
  tone: StateTone;
}

const UNDECIDED: Record<
  Exclude<RequestSummary['decision'], 'approved'>,
  RequestState
> = {
  draft: { key: 'draft', tone: 'draft' },
  pending: { key: 'pending', tone: 'pending' },
  'changes-requested': { key: 'changesRequested', tone: 'pending' },
  rejected: { key: 'rejected', tone: 'danger' },
  cancelled: { key: 'cancelled', tone: 'neutral' },
  expired: { key: 'expired', tone: 'neutral' },
};

const APPROVED: Record<RequestSummary['execution'], RequestState> = {
  none: { key: 'approved', tone: 'success' },
  queued: { key: 'queued', tone: 'info' },
  running: { key: 'running', tone: 'info' },
  waiting: { key: 'waiting', tone: 'info' },
  succeeded: { key: 'succeeded', tone: 'success' },
  failed: { key: 'failed', tone: 'danger' },
  'partially-applied': { key: 'partiallyApplied', tone: 'danger' },
  compensated: { key: 'compensated', tone: 'neutral' },
};

/** The two fields of a request as the one state that people see. */
export function describeState(
  request: Pick<RequestSummary, 'decision' | 'execution'>,
): RequestState {
  const { decision, execution } = request;
  return decision === 'approved' ? APPROVED[execution] : UNDECIDED[decision];
}

/** Whether something can happen to it without anybody's doing on this page. */
export function isUnderWay(
  request: Pick<RequestSummary, 'decision' | 'execution'>,
): boolean {
  const { decision, execution } = request;
  return (
    ['draft', 'pending', 'changes-requested'].includes(decision) ||
    (decision === 'approved' &&
      ['none', 'queued', 'running', 'waiting'].includes(execution))
  );
}
