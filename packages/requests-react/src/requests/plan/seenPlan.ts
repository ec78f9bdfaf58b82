// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { PlanView, RequestDetail } from '@fairway/requests-common';
import { describeError } from '../../components';

/** A plan as it was on the screen. */
export interface SeenPlan {
  planDigest: string;
  view: PlanView;
}

export const planOf = ({ planDigest, view }: RequestDetail): SeenPlan => ({
  planDigest,
  view,
});

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && !!value;

const isPlan = (value: unknown): value is SeenPlan =>
  isRecord(value) &&
  typeof value.planDigest === 'string' &&
  isRecord(value.view);

/** Whether the plan is another one by now (409 `plan-changed`). */
export const isPlanChanged = (error: Error): boolean =>
  describeError(error).code === 'plan-changed';

/** The plan of now from the details of `plan-changed`: the one that has another digest than `seen`. */
export function currentPlanOf(
  error: Error,
  seen: SeenPlan,
): SeenPlan | undefined {
  const { body } = error as { body?: unknown };
  const sent = isRecord(body) && isRecord(body.error) ? body.error : {};
  const details = isRecord(sent.details) ? Object.values(sent.details) : [];
  return details
    .filter(isPlan)
    .find(plan => plan.planDigest !== seen.planDigest);
}
