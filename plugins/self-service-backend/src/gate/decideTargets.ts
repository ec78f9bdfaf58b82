// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { OwnershipDecision } from '@fairway/backstage-plugin-ownership-common';
import type { OwnershipService } from '@fairway/backstage-plugin-ownership-node';
import { selfServiceError } from '../errors';
import { sameName } from './baseFacts';
import { policyDenied } from './refusals';
import type { DecidedTarget, DerivedTarget, GateQuestion } from './types';

/**
 * Asks the engine about every distinct target, all at one moment, and compares the answer with what the caller expected.
 * The targets that come out are the engine's: canonical names, not those of the input.
 *
 * @throws InputError `target-mismatch`, NotAllowedError `policy-denied`, and what the ownership service throws
 */
export async function decideTargets(
  targets: DerivedTarget[],
  options: {
    ownership: OwnershipService;
    userRef: string;
    request?: Record<string, string>;
    expect?: GateQuestion['expect'];
  },
): Promise<DecidedTarget[]> {
  const { ownership, userRef, request, expect = {} } = options;
  const keys = [...new Set(targets.map(keyOf))];
  const questions = keys.map(
    key => targets.find(target => keyOf(target) === key)!.question,
  );
  // The expectation goes through the engine too, for its aliases: "production" agrees with "prod".
  const expected = { ...questions[0], ...definedOnly(expect) };
  const decisions = await ownership.decideAll({
    userEntityRef: userRef,
    targets: [...questions, expected],
    request,
  });
  const canonical = decisions[questions.length].target;
  const decided = targets.map(target => ({
    target,
    decision: decisions[keys.indexOf(keyOf(target))],
  }));
  for (const { target, decision } of decided) {
    checkExpected({ target, decision, expect, canonical });
  }
  const refused = decided.filter(
    ({ decision }) => decision.decision !== 'allow',
  );
  if (refused.length > 0) {
    throw policyDenied(
      refused.map(({ target, decision }) => ({ path: target.path, decision })),
    );
  }
  return decided.map(({ target, decision }) => {
    const { question, exists = false, ...rest } = target;
    return {
      ...rest,
      exists,
      action: question.action,
      targetRef: decision.targetRef,
      environment: decision.target.environment ?? rest.environment,
      service: decision.target.service ?? rest.service,
      decision,
    };
  });
}

function checkExpected(options: {
  target: DerivedTarget;
  decision: OwnershipDecision;
  expect: NonNullable<GateQuestion['expect']>;
  canonical: OwnershipDecision['target'];
}): void {
  const { target, decision, expect, canonical } = options;
  for (const field of ['environment', 'service'] as const) {
    const expected = expect[field];
    const actual = decision.target[field] ?? target[field];
    if (
      expected !== undefined &&
      !sameName(canonical[field] ?? expected, actual)
    ) {
      throw selfServiceError('target-mismatch', {
        field,
        expected,
        path: target.path,
        actual,
      });
    }
  }
}

function keyOf({ question }: DerivedTarget): string {
  return JSON.stringify(question);
}

function definedOnly<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
}
