// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { FakeBackend, listed } from '../src/__testUtils__/fakeBackend';
import {
  changeOf,
  refusedTargets,
  targetsOf,
} from '../src/__testUtils__/fixtures';

const ago = (minutes: number) =>
  new Date(Date.now() - minutes * 60_000).toISOString();

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

const CHANGES = [
  changeOf({ id: 'proposing', number: 15, state: 'proposing', diff: '' }),
  changeOf({ id: 'open', number: 14 }),
  changeOf({
    id: 'failed',
    number: 13,
    state: 'failed',
    diff: '',
    commitSha: undefined,
    pullRequestNumber: undefined,
    inspectCommand: undefined,
    failure: {
      code: 'write-failed',
      message:
        'The change number 13 could not be written to "local?owner=acme&repo=infrastructure-live": the branch exists already. Send it again with the same idempotency key; nothing will be there twice.',
    },
  }),
  changeOf({
    id: 'merged',
    number: 12,
    title: 'Payments API 2.15.1',
    state: 'merged',
    environments: ['prod'],
    diff: EDIT_DIFF,
    remoteUrl: 'https://git.example.com/acme/infrastructure-live/pull/12',
  }),
  changeOf({
    id: 'closed',
    number: 11,
    title: 'Network for the labs',
    state: 'closed',
  }),
].map((change, index) => ({ ...change, createdAt: ago(index ** 4 * 40) }));

/** A backend with a bit of everything, or with one thing only. */
export function demoBackend(answers: string): FakeBackend {
  const backend = new FakeBackend();
  if (answers === 'empty') return backend;
  if (answers === 'loading') {
    const never = () => new Promise<never>(() => {});
    return Object.assign(backend, {
      listChanges: never,
      getChange: never,
      myTargets: never,
    });
  }
  if (answers === 'error' || answers === 'refused') {
    const fail = () =>
      answers === 'error'
        ? {
            status: 503,
            name: 'ServiceUnavailableError',
            code: 'host-unavailable',
            message: 'The repository "acme/infrastructure-live" is away.',
          }
        : {
            status: 403,
            name: 'NotAllowedError',
            code: 'change-not-readable',
            message: 'The change is read by its requester and the owners.',
            details: { by: 'default', askFor: ['group:default/platform'] },
          };
    return Object.assign(backend, {
      listChanges: fail,
      getChange: fail,
      myTargets: answers === 'error' ? fail : refusedTargets,
    });
  }
  const missing = backend.getChange;
  backend.listChanges = () => ({ items: CHANGES.map(listed) });
  backend.getChange = id =>
    CHANGES.find(change => change.id === id) ?? missing(id);
  backend.myTargets = query =>
    targetsOf({ changeTicket: query.get('request.changeTicket') ?? undefined });
  return backend;
}
