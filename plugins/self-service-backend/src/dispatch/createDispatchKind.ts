// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  DISPATCH_KIND,
  type DispatchPayload,
  type DispatchPlan,
} from '@fairway/backstage-plugin-self-service-common';
import type { RequestKind } from '@fairway/requests-node';
import { approvalRuleOf } from '../change/approvalRule';
import type { DispatchAnswer } from './DispatchGate';
import { dispatchKeyOf } from './DispatchedStore';
import { dispatchPayloadSchema } from './payload';
import { planDispatch } from './planDispatch';
import { follow } from './steps/follow';
import { settle } from './steps/settle';
import { trigger } from './steps/trigger';
import type { DispatchParts } from './types';

/** The kind `dispatch`: a receiver of the configuration is told to do something, and followed to its end. */
export function createDispatchKind(
  parts: DispatchParts,
): RequestKind<DispatchPayload, DispatchPlan> {
  // What the gate said goes from planning to the approval rule, and neither into the store nor to a caller.
  const answers = new WeakMap<object, DispatchAnswer>();
  return {
    kind: DISPATCH_KIND,
    schema: dispatchPayloadSchema,
    async plan(payload, context) {
      const { planned, answer } = await planDispatch(payload, context, parts);
      answers.set(planned, answer);
      return planned;
    },
    async approval(planned, { requesterRef }) {
      const { plan } = planned;
      const { decision, userRef } = answers.get(planned)!;
      const { environment, resource, service } = plan;
      const known =
        resource &&
        (await parts.dispatched.find({ environment, service, resource }));
      const { groupRefs } = await parts.people.requester(requesterRef);
      return approvalRuleOf(
        {
          userRef,
          repoUrl: '',
          targets: [
            {
              path: resource
                ? dispatchKeyOf({ environment, service, resource })
                : plan.receiver,
              exists: Boolean(known),
              decision,
            },
          ],
        },
        {
          ownership: parts.ownership,
          resources: { find: async () => known || undefined },
          groupRefs,
          request: plan.request,
        },
      );
    },
    // Where it came from was believed of a plugin once; a person cannot say otherwise.
    revised: ({ origin: _, ...payload }, earlier) => ({
      ...payload,
      ...(earlier.origin && { origin: earlier.origin }),
    }),
    steps: () => [trigger(parts), follow(parts)],
    verify: context => settle(context, parts),
  };
}
