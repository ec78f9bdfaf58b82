// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type {
  MyTarget,
  MyTargetsResponse,
} from '@fairway/backstage-plugin-ownership-common';
import {
  CHANGE_KIND,
  type ChangeOutputs,
  type ChangePayload,
  type ChangePlan,
} from '@fairway/backstage-plugin-self-service-common';
import type {
  RecordedDecision,
  RequestActionName,
  RequestDetail,
} from '@fairway/requests-common';

export const REVISION = 'sha256:5b2f9d0c';

/** What git prints for a new unit. */
export const NEW_UNIT_DIFF = `diff --git a/live/dev/eu-central-1/dev/pg-orders/terragrunt.hcl b/live/dev/eu-central-1/dev/pg-orders/terragrunt.hcl
new file mode 100644
index 0000000..1f2e3d4
--- /dev/null
+++ b/live/dev/eu-central-1/dev/pg-orders/terragrunt.hcl
@@ -0,0 +1,12 @@
+include "root" {
+  path = find_in_parent_folders("root.hcl")
+}
+
+terraform {
+  source = "git::https://example.com/acme/infrastructure-modules.git//modules/postgres-database?ref=v1.1.0"
+}
+
+inputs = {
+  name       = "pg-orders"
+  storage_gb = 20
+}
`;

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
export function allow(...names: RequestActionName[]): RequestDetail['actions'] {
  return Object.fromEntries(
    ACTIONS.map(name => [
      name,
      names.includes(name)
        ? { allowed: true }
        : { allowed: false, because: `You cannot ${name} this now.` },
    ]),
  ) as RequestDetail['actions'];
}

const STAGE = {
  id: 'owners',
  from: ['group:default/payments'],
  count: 1,
  rejectAfter: 1,
};

const PAYLOAD: ChangePayload = {
  repoUrl: 'local?owner=acme&repo=infrastructure-live',
  files: [],
  description: 'Orders need a database of their own.',
  ownerRef: 'group:default/payments',
  origin: {
    templateRef: 'template:default/postgres-database',
    taskId: 'b6d767d2-f8ed-5d21-a44b-0e5886680cb9',
  },
};

const PLAN: ChangePlan = {
  repoUrl: 'local?owner=acme&repo=infrastructure-live',
  baseBranch: 'main',
  files: [
    {
      path: 'live/dev/eu-central-1/dev/pg-orders/terragrunt.hcl',
      action: 'created',
    },
  ],
  targets: [
    {
      path: 'live/dev/eu-central-1/dev/pg-orders',
      action: 'service.deploy',
      environment: 'dev',
      service: 'postgres-database',
      account: '111111111111',
      module: { name: 'postgres-database', version: 'v1.1.0' },
      targetRef: 'dev/postgres-database',
    },
  ],
};

export const OUTPUTS: ChangeOutputs = {
  baseSha: '8f14e45fceea167a5a36dedd4bea2543ce45b2e1',
  branch: 'fairway/create-pg-orders-01jd7q3v',
  commitSha: 'c9f0f895fb98ab9159f51fd0297e236d4bea2543',
  pullRequestNumber: 3,
  inspectCommand:
    'git -C /srv/fairway/git/acme/infrastructure-live.git log -1 -p fairway/create-pg-orders-01jd7q3v',
};

/** A change that waits for a decision, as the backend answers it, with what a test says otherwise. */
export function requestOf(changes: Partial<RequestDetail> = {}): RequestDetail {
  const number = changes.number ?? 12;
  const createdAt = new Date(Date.now() - (100 - number) * 1000).toISOString();
  return {
    id: `0193566f-0000-7000-8000-${String(number).padStart(12, '0')}`,
    number,
    kind: CHANGE_KIND,
    operation: 'create',
    title: 'Create database pg-orders',
    resourceRefs: ['acme/infrastructure-live:live/dev/pg-orders'],
    environmentRef: 'dev',
    ownerRef: 'group:default/payments',
    requesterRef: 'user:default/pia',
    decision: 'pending',
    execution: 'none',
    revision: 1,
    waitingForMe: false,
    createdAt,
    submittedAt: createdAt,
    updatedAt: createdAt,
    payload: PAYLOAD as unknown as JsonObject,
    plan: PLAN as unknown as JsonObject,
    planDigest: 'a'.repeat(64),
    view: { diff: NEW_UNIT_DIFF, effects: ['One database is made'] },
    risks: [],
    checks: [],
    approval: { mode: 'stages', by: ['dev-approval'], stages: [STAGE] },
    stages: [
      { stage: STAGE, approvedBy: [], rejectedBy: [], state: 'pending' },
    ],
    decisions: [],
    authorRefs: ['user:default/pia'],
    steps: [],
    links: [],
    outputs: OUTPUTS as JsonObject,
    rowVersion: 1,
    actions: allow(),
    ...changes,
  };
}

/** What the catalog has of the request, with what a test says otherwise. */
export const entityOfRequest = (
  annotations: Record<string, string> = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name: 'pg-orders',
    namespace: 'default',
    annotations: {
      'fairway.dev/state': 'ready',
      'fairway.dev/applied': 'applied',
      'fairway.dev/request': requestOf().id,
      'fairway.dev/requester': 'user:default/pia',
      'fairway.dev/source-file':
        'local?owner=acme&repo=infrastructure-live#live/dev/pg-orders/terragrunt.hcl',
      'fairway.dev/module': 'postgres-database',
      'fairway.dev/module-version': 'v1.1.0',
      'fairway.dev/environment': 'dev',
      'fairway.dev/service': 'postgres-database',
      'fairway.dev/account': '111111111111',
      ...annotations,
    },
    links: [
      {
        url: `http://localhost:3000/self-service/requests/${requestOf().id}`,
        title: 'Request 12',
        type: 'fairway-request',
      },
    ],
  },
  spec: { type: 'postgres-database', owner: 'group:default/payments' },
});

/** An approval by somebody else. */
export const APPROVAL: RecordedDecision = {
  id: 'decision-1',
  approverRef: 'user:default/nina',
  entitledBy: ['group:default/payments'],
  verdict: 'approved',
  planDigest: 'a'.repeat(64),
  revision: 1,
  at: '2026-11-22T10:00:00.000Z',
};

const target = (overrides: Partial<MyTarget>): MyTarget => ({
  environment: 'dev',
  tier: 'nonprod',
  accounts: ['111111111111'],
  clusters: ['eks-dev'],
  decision: 'allow',
  by: 'owners-nonprod',
  message: 'Payments owns postgres-database and may deploy it in dev.',
  askFor: [],
  needs: [],
  ...overrides,
});

/** Dev and staging allowed; prod needs a change ticket, and is allowed with one. */
export function targetsOf(
  options: { changeTicket?: string } = {},
): MyTargetsResponse {
  return {
    revision: REVISION,
    action: 'service.deploy',
    service: 'postgres-database',
    targets: [
      target({}),
      target({ environment: 'staging' }),
      options.changeTicket
        ? target({ environment: 'prod', tier: 'prod', by: 'owners-prod' })
        : target({
            environment: 'prod',
            tier: 'prod',
            decision: 'deny',
            by: 'default',
            message:
              'Nothing allows you to deploy postgres-database in prod. Production needs a change ticket. Ask group:default/platform.',
            askFor: ['group:default/platform'],
            needs: ['changeTicket'],
          }),
    ],
  };
}

/** Nothing is allowed anywhere. */
export function refusedTargets(): MyTargetsResponse {
  return {
    revision: REVISION,
    action: 'service.deploy',
    service: 'networking',
    targets: ['dev', 'prod'].map(environment =>
      target({
        environment,
        decision: 'deny',
        by: 'guard:restricted:networking',
        message: `Only its owners deploy networking in ${environment}. Ask group:default/netops.`,
        askFor: ['group:default/netops'],
      }),
    ),
  };
}
