// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestStep, StepPhase } from '@fairway/requests-common';
import type { Loaded } from '../service/Transitions';

type Life = Pick<Loaded, 'request' | 'steps'>;

const isOver = ({ status }: RequestStep) =>
  status === 'done' || status === 'skipped';

/** Whether everything of the submission is done; the steps of an approval wait for it. */
export function isSubmitted({ steps }: Pick<Life, 'steps'>): boolean {
  return steps.filter(({ phase }) => phase === 'submit').every(isOver);
}

/** The phase that a request is in, by its state alone: whatever a worker was told when it took the job. */
export function phaseOf({ request, steps }: Life): StepPhase {
  switch (request.decision) {
    case 'rejected':
    case 'cancelled':
    case 'expired':
      return 'close';
    case 'approved':
      if (request.execution === 'compensated') return 'compensate';
      return isSubmitted({ steps }) ? 'execute' : 'submit';
    default:
      return 'submit';
  }
}

export function rowsOf(steps: RequestStep[], phase: StepPhase): RequestStep[] {
  return steps.filter(step => step.phase === phase);
}

/** The step that is next in a phase; nothing where all are over or one of them has failed. */
export function nextRow(
  steps: RequestStep[],
  phase: StepPhase,
): RequestStep | undefined {
  const row = rowsOf(steps, phase).find(step => !isOver(step));
  return row?.status === 'failed' ? undefined : row;
}
