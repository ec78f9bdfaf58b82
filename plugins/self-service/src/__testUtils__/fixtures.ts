// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  MyTarget,
  MyTargetsResponse,
  OwnershipDecision,
} from '@fairway/backstage-plugin-ownership-common';
import type { ChangeDetail } from '@fairway/backstage-plugin-self-service-common';

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

const decision: OwnershipDecision = {
  decision: 'allow',
  by: 'owners-nonprod',
  revision: REVISION,
  message: 'Payments owns postgres-database and may deploy it in dev.',
  legs: [
    {
      target: 'service:postgres-database',
      decision: 'allow',
      by: 'owners-nonprod',
      line: 34,
      why: 'Owners deploy to non-production themselves.',
      skipped: [],
    },
  ],
  askFor: [],
  targetRef: 'dev/postgres-database',
  target: {
    action: 'service.deploy',
    environment: 'dev',
    service: 'postgres-database',
  },
};

/** A change as the backend answers it. */
export function changeOf(overrides: Partial<ChangeDetail> = {}): ChangeDetail {
  return {
    id: '01JD7Q3V8N',
    number: 12,
    title: 'Create database pg-orders',
    description: 'Orders need a database of their own.',
    state: 'open',
    repoUrl: 'local?owner=acme&repo=infrastructure-live',
    baseBranch: 'main',
    baseSha: '8f14e45fceea167a5a36dedd4bea2543ce45b2e1',
    branch: 'fairway/create-pg-orders-01jd7q3v',
    commitSha: 'c9f0f895fb98ab9159f51fd0297e236d4bea2543',
    pullRequestNumber: 3,
    environments: ['dev'],
    targets: [
      {
        path: 'live/dev/eu-central-1/dev/pg-orders',
        environment: 'dev',
        service: 'postgres-database',
        account: '111111111111',
        module: { name: 'postgres-database', version: 'v1.1.0' },
        decision,
      },
    ],
    files: [
      {
        path: 'live/dev/eu-central-1/dev/pg-orders/terragrunt.hcl',
        action: 'created',
      },
    ],
    requesterRef: 'user:default/pia',
    templateRef: 'template:default/postgres-database',
    taskId: 'b6d767d2-f8ed-5d21-a44b-0e5886680cb9',
    createdAt: '2026-11-22T09:30:00.000Z',
    updatedAt: '2026-11-22T09:30:02.000Z',
    diff: NEW_UNIT_DIFF,
    inspectCommand:
      'git -C /srv/fairway/git/acme/infrastructure-live.git log -1 -p fairway/create-pg-orders-01jd7q3v',
    ...overrides,
  };
}

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
