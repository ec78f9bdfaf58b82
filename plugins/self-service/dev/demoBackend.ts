// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';
import { FakeBackend } from '../src/__testUtils__/fakeBackend';
import {
  allow,
  APPROVAL,
  OUTPUTS,
  refusedTargets,
  requestOf,
  targetsOf,
} from '../src/__testUtils__/fixtures';

const EDIT_DIFF = `diff --git a/deploy/prod/payments-api/values.yaml b/deploy/prod/payments-api/values.yaml
index 1f2e3d4..5a6b7c8 100644
--- a/deploy/prod/payments-api/values.yaml
+++ b/deploy/prod/payments-api/values.yaml
@@ -1,6 +1,6 @@
 # Sized for the month's end, see the runbook.
-replicas: 3
+replicas: 5
 image:
   repository: registry.example.com/acme/payments-api
-  tag: 2.14.0
+  tag: 2.15.1
 resources: {}
diff --git a/logo.png b/logo.png
index bdc955b..8835708 100644
Binary files a/logo.png and b/logo.png differ
`;

const MERGED = {
  ...OUTPUTS,
  mergeSha: 'd9f0f895fb98ab9159f51fd0297e236d4bea2543',
} as JsonObject;

const REQUESTS = [
  requestOf({
    number: 16,
    decision: 'draft',
    submittedAt: undefined,
    outputs: {},
    actions: allow('submit', 'discard'),
  }),
  requestOf({
    number: 15,
    requesterRef: 'user:default/ole',
    authorRefs: ['user:default/ole'],
    waitingForMe: true,
    actions: allow('approve', 'reject', 'request-changes', 'comment'),
  }),
  requestOf({
    number: 14,
    decision: 'approved',
    execution: 'waiting',
    decisions: [APPROVAL],
    statusLabel: 'merged; waits for the pipeline',
    outputs: MERGED,
  }),
  requestOf({
    number: 13,
    decision: 'approved',
    execution: 'failed',
    decisions: [APPROVAL],
    outputs: { ...MERGED, applied: 'failed' },
    failure: {
      stepId: 'apply',
      code: 'apply-failed',
      message: 'The pipeline could not reach the database.',
      next: 'Read the log, then retry the apply.',
      retryable: true,
    },
    actions: allow('retry', 'cancel'),
  }),
  requestOf({
    number: 12,
    title: 'Payments API 2.15.1',
    environmentRef: 'prod',
    decision: 'approved',
    execution: 'succeeded',
    decisions: [APPROVAL],
    statusLabel: 'applied',
    view: { diff: EDIT_DIFF },
    outputs: {
      ...MERGED,
      applied: 'applied',
      remoteUrl: 'https://git.example.com/acme/infrastructure-live/pull/12',
    },
  }),
  requestOf({
    number: 11,
    title: 'Network for the labs',
    decision: 'rejected',
  }),
];

/** A backend with a bit of everything, or with one thing only. */
export function demoBackend(answers: string): FakeBackend {
  const backend = new FakeBackend();
  if (answers === 'empty') return backend;
  if (answers === 'full') {
    backend.requests.put(...REQUESTS);
    backend.myTargets = query =>
      targetsOf({
        changeTicket: query.get('request.changeTicket') ?? undefined,
      });
    return backend;
  }
  const answer = () => {
    if (answers === 'loading') return new Promise<never>(() => {});
    if (answers === 'error') {
      return {
        status: 503,
        name: 'ServiceUnavailableError',
        code: 'host-unavailable',
        message: 'The repository "acme/infrastructure-live" is away.',
      };
    }
    return {
      status: 403,
      name: 'NotAllowedError',
      code: 'request-not-readable',
      message: 'The request is read by its requester and the owners.',
      details: { by: 'default', askFor: ['group:default/platform'] },
    };
  };
  for (const path of ['', '/counts', '/verify', ...REQUESTS.map(pathOf)]) {
    backend.requests.instead.set(path, answer);
  }
  backend.myTargets = answers === 'refused' ? refusedTargets : answer;
  return backend;
}

function pathOf({ id }: { id: string }): string {
  return `/${id}`;
}
