// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestDetail, RequestPreview } from '@fairway/requests-common';
import { AT } from './page';

/** A request as lists show it, and enough of the rest for its page to be opened. */
export const requestOf = (
  changes: Partial<RequestDetail> = {},
): RequestDetail => {
  const number = changes.number ?? 1;
  const no = { allowed: false };
  return {
    id: `request-${number}`,
    number,
    kind: 'kafka.topic',
    operation: 'create',
    title: 'Create topic orders.new in dev',
    resourceRefs: ['kafka:dev/topic/orders.new'],
    environmentRef: 'dev',
    requesterRef: 'user:default/otto',
    decision: 'pending',
    execution: 'none',
    revision: 1,
    waitingForMe: false,
    createdAt: AT,
    updatedAt: AT,
    payload: {},
    plan: {},
    planDigest: 'a'.repeat(64),
    view: {},
    risks: [],
    checks: [],
    approval: { mode: 'stages', by: [], stages: [] },
    stages: [],
    decisions: [],
    authorRefs: ['user:default/otto'],
    steps: [],
    links: [],
    outputs: {},
    rowVersion: 1,
    actions: {
      submit: no,
      discard: no,
      revise: no,
      approve: no,
      reject: no,
      'request-changes': no,
      cancel: no,
      retry: no,
      comment: no,
    },
    ...changes,
  };
};

export const previewOf = (
  changes: Partial<RequestPreview> = {},
): RequestPreview => ({
  title: 'Make the topic',
  operation: 'create',
  resourceRefs: [],
  plan: {},
  planDigest: 'a'.repeat(64),
  view: { effects: ['Make the topic orders.paid'], fields: [] },
  risks: [],
  checks: [],
  approval: { mode: 'auto', by: ['dev'] },
  ...changes,
});
