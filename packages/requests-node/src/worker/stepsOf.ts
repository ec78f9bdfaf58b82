// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';
import type { RequestStep, StepPhase } from '@fairway/requests-common';
import type { CloseReason, KindContext, RequestKind, Step } from '../types';

/** The step that reads the world back. */
export const VERIFY_STEP = 'verify';

/** What the steps of a phase are made from. @public */
export interface PhaseInput<TPayload, TPlan> extends KindContext<TPayload> {
  plan: TPlan;
  /** Why it is closed; `rejected` if left out. */
  reason?: CloseReason;
  /** Steps of `execute` that are done, for `compensate`; all of them if left out. */
  doneSteps?: string[];
}

/** The steps of a phase in their order, `verify` last. */
export function stepsOf<TPayload extends JsonObject, TPlan extends JsonObject>(
  kind: RequestKind<TPayload, TPlan>,
  phase: StepPhase,
  input: PhaseInput<TPayload, TPlan>,
): Step<TPayload, TPlan>[] {
  const { plan, reason = 'rejected', ...context } = input;
  switch (phase) {
    case 'submit':
      return kind.onSubmit?.(plan, context) ?? [];
    case 'close':
      return kind.onClosed?.(reason, { ...context, plan }) ?? [];
    case 'compensate': {
      const { doneSteps = kind.steps(plan, context).map(({ id }) => id) } =
        input;
      // Without an undoing of its own, what the submission made is taken back as for one that was never approved.
      return kind.compensate
        ? kind.compensate(doneSteps, { ...context, plan })
        : stepsOf(kind, 'close', { ...input, reason: 'cancelled' });
    }
    default: {
      const steps = kind.steps(plan, context);
      if (!kind.verify) return steps;
      return [
        ...steps,
        {
          id: VERIFY_STEP,
          title: 'Read back what was done',
          run: stepContext => kind.verify!(stepContext),
        },
      ];
    }
  }
}

/** Rows of steps that have not begun. */
export function pendingRows<
  TPayload extends JsonObject,
  TPlan extends JsonObject,
>(phase: StepPhase, steps: Step<TPayload, TPlan>[]): RequestStep[] {
  return steps.map(({ id, title, irreversible = false }) => ({
    id,
    phase,
    title,
    status: 'pending',
    irreversible,
    attempt: 0,
  }));
}
