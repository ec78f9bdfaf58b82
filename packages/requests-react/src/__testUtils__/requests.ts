// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  RequestAction,
  RequestActionName,
  RequestDetail,
} from '@fairway/requests-common';
import { NEW_UNIT_DIFF } from './fixtures';

const ACTIONS: RequestActionName[] = [
  'submit',
  'discard',
  'revise',
  'approve',
  'reject',
  'request-changes',
  'cancel',
  'retry',
  'comment',
];

/** Those that are named are allowed; the others say why they are not. */
export function allow(
  ...names: RequestActionName[]
): Record<RequestActionName, RequestAction> {
  return Object.fromEntries(
    ACTIONS.map(name => [
      name,
      names.includes(name)
        ? { allowed: true }
        : { allowed: false, because: `You cannot ${name} this now.` },
    ]),
  ) as Record<RequestActionName, RequestAction>;
}

/** Minutes after nine o'clock of a day in the past. */
export const at = (minutes: number): string =>
  new Date(Date.UTC(2026, 9, 1, 9, minutes)).toISOString();

const STAGE = {
  id: 'owners',
  from: ['group:default/orders'],
  count: 1,
  rejectAfter: 1,
};

/** A request that waits for a decision, with what a test says otherwise. */
export function requestOf(changes: Partial<RequestDetail> = {}): RequestDetail {
  const number = changes.number ?? 7;
  return {
    id: `request-${number}`,
    number,
    kind: 'change',
    operation: 'create',
    title: 'Create the database pg-orders',
    resourceRefs: ['infrastructure-live:/dev/pg-orders'],
    environmentRef: 'dev',
    ownerRef: 'group:default/orders',
    requesterRef: 'user:default/pia',
    decision: 'pending',
    execution: 'none',
    revision: 1,
    waitingForMe: false,
    createdAt: at(number),
    submittedAt: at(number + 1),
    updatedAt: at(number + 1),
    justification: 'Orders need a store.',
    payload: { name: 'pg-orders', storageGb: 20 },
    plan: {},
    planDigest: 'digest-1',
    view: {
      diff: NEW_UNIT_DIFF,
      effects: ['Opens a pull request.', 'Creates one database.'],
    },
    risks: [],
    checks: [],
    approval: { mode: 'stages', by: ['dev-approval'], stages: [STAGE] },
    stages: [
      { stage: STAGE, approvedBy: [], rejectedBy: [], state: 'pending' },
    ],
    decisions: [],
    authorRefs: ['user:default/pia'],
    steps: [
      {
        id: 'pull-request',
        phase: 'submit',
        title: 'Open the pull request',
        status: 'done',
        irreversible: false,
        attempt: 1,
        startedAt: at(number + 1),
        endedAt: at(number + 2),
      },
      {
        id: 'merge',
        phase: 'execute',
        title: 'Merge',
        status: 'pending',
        irreversible: true,
        attempt: 0,
      },
    ],
    links: [],
    outputs: {},
    rowVersion: 1,
    actions: allow(),
    ...changes,
  };
}
