// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { OwnershipDecision } from '@fairway/backstage-plugin-ownership-common';
import { evaluate, type OwnershipQuery } from './evaluate';
import { explain } from './explain';
import type { CompiledPolicy } from './model';
import { targetRefOf } from './normalize';

/**
 * Decides whether a subject may do something to a target, and says why.
 *
 * A pure function: no clock, no network, no cache. What is not known is never a
 * yes. Write with `decision.target` from here on, not with the input.
 *
 * @public
 */
export function decide(
  policy: CompiledPolicy,
  query: OwnershipQuery,
): OwnershipDecision {
  const verdict = evaluate(policy, query);
  const { message, legs, askFor } = explain(policy, query, verdict);
  return {
    decision: verdict.decision,
    by: verdict.by,
    revision: policy.revision,
    message,
    legs,
    askFor,
    targetRef: targetRefOf(verdict.output),
    target: verdict.output,
  };
}
