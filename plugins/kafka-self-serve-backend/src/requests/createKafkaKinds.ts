// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';
import {
  KAFKA_REQUEST_KINDS,
  KAFKA_REQUEST_SCHEMAS,
  type KafkaRequestKind,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { Planned } from '@fairway/requests-node';
import type { ZodType } from 'zod';
import { isOutage } from './execute/outage';
import { planApproved } from './plan/planApproved';
import { type Asked, approvalRuleOf } from './plan/asked';
import { planRequest } from './plan/planRequest';
import type { KafkaKind, KafkaRequestParts } from './plan/types';
import { internalOf, planOf } from './steps/types';
import { undoSteps } from './steps/undo';
import { verify } from './steps/verify';
import { stepsOf } from './steps/works';

/** Every kind of request that Kafka self-serve takes. */
export function createKafkaKinds(parts: KafkaRequestParts): KafkaKind[] {
  return KAFKA_REQUEST_KINDS.map(kind => createKind(kind, parts));
}

function createKind(
  kind: KafkaRequestKind,
  parts: KafkaRequestParts,
): KafkaKind {
  // Whom a plan asks goes from planning to the approval rule, and neither into the store nor to a caller.
  const asked = new WeakMap<Planned<JsonObject>, Asked[]>();
  const stepParts = (plan: JsonObject) => ({
    kind,
    parts,
    plan: planOf(plan),
  });
  return {
    kind,
    schema: KAFKA_REQUEST_SCHEMAS[kind] as unknown as ZodType<JsonObject>,
    async plan(payload, context) {
      const input = { kind, payload, context, parts };
      const { request, purpose } = context;
      const executes = purpose === 'execute' && request !== undefined;
      const hasLooked =
        executes && internalOf(request).looked === request.revision;
      const plan = async () => {
        // From its first write on the cluster is on its way: each step looks for itself.
        if (hasLooked) return planApproved(input);
        try {
          return await planRequest(input);
        } catch (error) {
          // Its first step looks again, and waits.
          if (executes && isOutage(error)) return planApproved(input);
          throw error;
        }
      };
      const result = await plan();
      asked.set(result.planned, result.asked);
      return result.planned;
    },
    approval: planned => approvalRuleOf(asked.get(planned) ?? [], parts),
    steps: plan => stepsOf(stepParts(plan)),
    verify: context => verify(context, stepParts(context.plan)),
    compensate: (_, { plan, request }) => undoSteps(request, stepParts(plan)),
    // It may have begun before it was put before people again.
    onClosed: (_, { plan, request }) => undoSteps(request, stepParts(plan)),
  };
}
