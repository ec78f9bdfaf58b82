// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  REPOSITORY_KIND,
  type RepositoryPayload,
  type RepositoryPlan,
} from '@fairway/backstage-plugin-self-service-common';
import type { ApprovalRule } from '@fairway/requests-common';
import type { RequestKind } from '@fairway/requests-node';
import { approvalRuleOf } from '../change/approvalRule';
import { beginRepository } from './beginRepository';
import { repositoryPayloadSchema } from './payload';
import { type PlannedRepository, planRepository } from './planRepository';
import type { RepositoryParts } from './types';

/** Of the configuration's own, beside the entries of the policy. */
const APPROVERS = 'new-repository';

/** The kind `repository`: a repository of its own with one commit, for owners that the configuration names. */
export function createRepositoryKind(
  parts: RepositoryParts,
): RequestKind<RepositoryPayload, RepositoryPlan> {
  // What was decided goes from planning to the approval rule, and neither into the store nor to a caller.
  const answers = new WeakMap<object, PlannedRepository>();
  return {
    kind: REPOSITORY_KIND,
    schema: repositoryPayloadSchema,
    async plan(payload, context) {
      const answer = await planRepository(payload, context, parts);
      answers.set(answer.planned, answer);
      return answer.planned;
    },
    async approval(planned, { requesterRef }) {
      const { decision, entry } = answers.get(planned)!;
      const { groupRefs } = await parts.people.requester(requesterRef);
      const rule = await approvalRuleOf(
        {
          userRef: requesterRef,
          repoUrl: planned.plan.repoUrl,
          targets: [{ path: planned.plan.service, exists: false, decision }],
        },
        {
          ownership: parts.ownership,
          resources: { find: async () => undefined },
          groupRefs,
          request: planned.plan.request,
        },
      );
      return withApprovers(rule, entry.approvers);
    },
    // Where it came from was believed of a plugin once; a person cannot say otherwise.
    revised: ({ origin: _, ...payload }, earlier) => ({
      ...payload,
      ...(earlier.origin && { origin: earlier.origin }),
    }),
    steps: () => [beginRepository(parts)],
  };
}

/** The configuration can ask more people, never fewer. */
function withApprovers(rule: ApprovalRule, from: string[]): ApprovalRule {
  if (from.length === 0 || rule.mode === 'none') return rule;
  return {
    mode: 'stages',
    by: [...rule.by, APPROVERS],
    stages: [
      ...(rule.mode === 'stages' ? rule.stages : []),
      { id: APPROVERS, from, count: 1, rejectAfter: 1 },
    ],
  };
}
