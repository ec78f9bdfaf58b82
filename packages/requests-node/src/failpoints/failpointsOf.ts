// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';
import type { StepPhase } from '@fairway/requests-common';
import { type PhaseInput, stepsOf } from '../worker/stepsOf';
import type { RequestKind } from '../types';

/** Transitions of a request that are no step. @public */
export const REQUEST_TRANSITIONS = [
  'create',
  'submit',
  'discard',
  'revise',
  'replan',
  'approve',
  'reject',
  'request-changes',
  'cancel',
  'retry',
  'expire',
  'remind',
  'lapse',
  'supersede',
] as const;

/** @public */
export type RequestTransition = (typeof REQUEST_TRANSITIONS)[number];

const PHASES: StepPhase[] = ['submit', 'execute', 'close', 'compensate'];

/** Name of a boundary of a step: before it runs, after it ran, and after its result was recorded. */
export function stepFailpoint(
  step: { kind: string; phase: StepPhase; id: string },
  boundary: 'before' | 'ran' | 'recorded',
): string {
  return `${step.kind}.${step.phase}.${step.id}.${boundary}`;
}

/** Name of a boundary of a transition: before it is written, and after the commit. */
export function transitionFailpoint(
  transition: RequestTransition,
  boundary: 'before' | 'committed',
): string {
  return `request.${transition}.${boundary}`;
}

/**
 * Every failpoint that a request of the kind may come to, given one of its plans.
 *
 * @public
 *
 * @example
 * ```ts
 * test.each(failpointsOf(changeKind, { request, plan, now, logger }))('survives kill -9 at %s', …);
 * ```
 */
export function failpointsOf<
  TPayload extends JsonObject,
  TPlan extends JsonObject,
>(
  kind: RequestKind<TPayload, TPlan>,
  input: PhaseInput<TPayload, TPlan>,
): string[] {
  const steps = PHASES.flatMap(phase =>
    stepsOf(kind, phase, input).flatMap(({ id }) =>
      (['before', 'ran', 'recorded'] as const).map(boundary =>
        stepFailpoint({ kind: kind.kind, phase, id }, boundary),
      ),
    ),
  );
  const transitions = REQUEST_TRANSITIONS.flatMap(transition =>
    (['before', 'committed'] as const).map(boundary =>
      transitionFailpoint(transition, boundary),
    ),
  );
  return [...transitions, ...new Set(steps)];
}
