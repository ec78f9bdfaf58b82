// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  CHANGE_KIND,
  type ChangePayload,
  type ChangePlan,
} from '@fairway/backstage-plugin-self-service-common';
import type { RequestKind } from '@fairway/requests-node';
import type { GateAnswer } from '../gate/types';
import { approvalRuleOf } from './approvalRule';
import { changePayloadSchema } from './payload';
import { planChange } from './planChange';
import { withProvenanceOf } from './reviseProvenance';
import { awaitApply } from './steps/awaitApply';
import { closePullRequest, deleteBranch } from './steps/closePullRequest';
import { mergePullRequest } from './steps/mergePullRequest';
import { openPullRequest } from './steps/openPullRequest';
import { pushBranch } from './steps/pushBranch';
import { verifyMerged } from './steps/verifyMerged';
import type { ChangeParts } from './types';

/** The kind `change`: files to Git by a pull request, merged when they are approved, followed until they are applied. */
export function createChangeKind(
  parts: ChangeParts,
): RequestKind<ChangePayload, ChangePlan> {
  // What the gate said goes from planning to the approval rule, and neither into the store nor to a caller.
  const answers = new WeakMap<object, GateAnswer>();
  return {
    kind: CHANGE_KIND,
    schema: changePayloadSchema,
    async plan(payload, context) {
      const { planned, answer } = await planChange(payload, context, parts);
      answers.set(planned, answer);
      return planned;
    },
    async approval(planned, { requesterRef }) {
      const { ownership, people, resources } = parts;
      const { groupRefs } = await people.requester(requesterRef);
      return approvalRuleOf(answers.get(planned)!, {
        ownership,
        resources,
        groupRefs,
        request: planned.plan.request,
      });
    },
    // Where it came from was believed of a plugin once; a person cannot say otherwise.
    revised: ({ origin: _, ...payload }, earlier) =>
      withProvenanceOf(
        { ...payload, ...(earlier.origin && { origin: earlier.origin }) },
        earlier,
        parts,
      ),
    onSubmit: () => [pushBranch(parts), openPullRequest(parts)],
    onClosed: reason => [closePullRequest(parts, reason), deleteBranch(parts)],
    compensate: () => [
      closePullRequest(parts, 'cancelled'),
      deleteBranch(parts),
    ],
    steps: () => [mergePullRequest(parts), awaitApply(parts)],
    verify: context => verifyMerged(context, parts),
  };
}
