// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { StageProgress } from '../../types';
import type { StateEvent, StateEventType } from '..';

export const stage = (state: StageProgress['state']): StageProgress => ({
  stage: { id: 'owners', from: ['group:default/a'], count: 1, rejectAfter: 1 },
  approvedBy: [],
  rejectedBy: [],
  state,
});

const PLAIN = [
  'submit',
  'discard',
  'draft-expire',
  'revise',
  'supersede',
  'reject',
  'request-changes',
  'cancel',
  'expire',
  'start',
  'wait',
  'resume',
  'succeed',
  'fail',
  'partially-apply',
  'retry',
  'compensate',
] as const satisfies StateEventType[];

export const APPROVE: StateEvent = {
  type: 'approve',
  stages: [stage('approved')],
};
export const AUTO: StateEvent = { type: 'auto-approve', by: ['small-change'] };
export const founded: StateEvent[] = [
  ...PLAIN.map(type => ({ type })),
  APPROVE,
  AUTO,
];
/** Approvals without what an approval needs. */
const unfounded: StateEvent[] = [
  { type: 'approve', stages: [] },
  { type: 'approve', stages: [stage('approved'), stage('pending')] },
  { type: 'approve', stages: [stage('rejected')] },
  { type: 'auto-approve', by: [] },
  { type: 'auto-approve', by: [' '] },
];

export const all = [...founded, ...unfounded];
