// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  DecisionLeg,
  OwnershipDecision,
  OwnershipTarget,
} from '@fairway/backstage-plugin-ownership-common';
import { evaluate, type OwnershipQuery, type Verdict } from './evaluate';
import { explain, type Explanation } from './explain';
import type { CompiledPolicy } from './model';
import { targetRefOf } from './normalize';

/** A decision that explains itself once somebody wants to know: words take longer than the answer. */
class Decision implements OwnershipDecision {
  readonly decision: 'allow' | 'deny';
  readonly by: string;
  readonly revision: string;
  declare readonly message: string;
  declare readonly legs: DecisionLeg[];
  declare readonly askFor: string[];
  readonly targetRef: string;
  readonly target: OwnershipTarget;
  readonly #policy: CompiledPolicy;
  readonly #query: OwnershipQuery;
  readonly #verdict: Verdict;
  #explanation?: Explanation;

  constructor(policy: CompiledPolicy, query: OwnershipQuery, verdict: Verdict) {
    this.decision = verdict.decision;
    this.by = verdict.by;
    this.revision = policy.revision;
    // Properties of the object itself, for JSON and for `{ ...decision }`.
    Object.defineProperty(this, 'message', Decision.#MESSAGE);
    Object.defineProperty(this, 'legs', Decision.#LEGS);
    Object.defineProperty(this, 'askFor', Decision.#ASK_FOR);
    this.targetRef = targetRefOf(verdict.output);
    this.target = verdict.output;
    this.#policy = policy;
    this.#query = query;
    this.#verdict = verdict;
  }

  static readonly #MESSAGE = lazily('message');
  static readonly #LEGS = lazily('legs');
  static readonly #ASK_FOR = lazily('askFor');

  static explanationOf(decision: Decision): Explanation {
    decision.#explanation ??= explain(
      decision.#policy,
      decision.#query,
      decision.#verdict,
    );
    return decision.#explanation;
  }
}

function lazily(key: keyof Explanation): PropertyDescriptor {
  return {
    enumerable: true,
    configurable: true,
    get(this: Decision) {
      return Decision.explanationOf(this)[key];
    },
  };
}

/**
 * Decides whether a subject may do something to a target, and says why.
 *
 * A pure function: no clock, no network, no cache. What is not known is never a
 * yes. Write with `decision.target` from here on, not with the input.
 *
 * The words (`message`, `legs`, `askFor`) are found when they are first read,
 * which copying or serialising the decision does; the query must not change
 * before.
 *
 * @public
 */
export function decide(
  policy: CompiledPolicy,
  query: OwnershipQuery,
): OwnershipDecision {
  return new Decision(policy, query, evaluate(policy, query));
}
