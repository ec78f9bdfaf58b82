// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { DispatchPlan } from '@fairway/backstage-plugin-self-service-common';
import { selfServiceError } from '../errors';
import type { ReportedKind } from '../reports/reported';
import { FOLLOW } from './steps/follow';
import { TRIGGER } from './steps/trigger';
import { stateOf } from './types';

/** What was dispatched: only who was handed the token of an attempt reports about it. */
export const REPORTED_DISPATCH: ReportedKind = {
  // A receiver may be faster than the answer that it has taken it.
  stepIds: [FOLLOW, TRIGGER],
  attemptOf: request => stateOf(request).attempt,
  problemOf(request) {
    const { attempt, sentAt } = stateOf(request);
    return request.decision === 'approved' && (sentAt || attempt > 1)
      ? undefined
      : 'its receiver was told nothing';
  },
  check({ number, plan }, { input, reporter }) {
    if (reporter.attempt === undefined) {
      throw selfServiceError('report-token-required', { number });
    }
    if (!input.entity) return;
    const { operation, resource } = plan as DispatchPlan;
    if (!resource || operation === 'delete') {
      const reason = resource ? `removes "${resource}"` : 'names no resource';
      throw selfServiceError('report-outputs-refused', { number, reason });
    }
  },
};
