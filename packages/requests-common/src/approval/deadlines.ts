// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ApprovalRule } from '../types';
import { parseDuration } from './duration';

/** @public */
export interface Deadlines {
  /** Then the request expires. */
  decideBy?: Date;
  /** Then whoever may decide is reminded; only where that is before `decideBy`. */
  remindAt?: Date;
}

/**
 * Until when a request has to be decided, and when to remind: the shortest times of its stages, from the submission on.
 *
 * @throws InputError `duration-invalid`
 * @public
 */
export function deadlines(
  rule: ApprovalRule,
  submittedAt: Date | string,
): Deadlines {
  if (rule.mode !== 'stages') return {};
  const start = new Date(submittedAt).getTime();
  const after = (durations: (string | undefined)[]) => {
    const times = durations
      .filter(duration => duration !== undefined)
      .map(parseDuration);
    return times.length > 0 ? new Date(start + Math.min(...times)) : undefined;
  };

  const decideBy = after(rule.stages.map(stage => stage.decideWithin));
  const remindAt = after(rule.stages.map(stage => stage.remindAfter));
  const isInTime = !decideBy || (remindAt && remindAt < decideBy);
  return {
    ...(decideBy && { decideBy }),
    ...(remindAt && isInTime && { remindAt }),
  };
}
