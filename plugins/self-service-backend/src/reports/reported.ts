// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  ChangePlan,
  ReportInput,
} from '@fairway/backstage-plugin-self-service-common';
import type { StoredRequest } from '@fairway/requests-node';
import { applyAttemptOf } from '../change/steps/awaitApply';
import { outputsOf } from '../change/types';
import { selfServiceError } from '../errors';
import type { Reporter } from './Reporters';

/** A kind of request about which is reported. */
export interface ReportedKind {
  /** Steps that wait for reports; what they failed with can still be reported about. Logs are of the first. */
  stepIds: [string, ...string[]];
  attemptOf(request: StoredRequest): number;
  /** Why it waits for no report; undefined where it does. */
  problemOf(request: StoredRequest): string | undefined;
  /** @throws where this report cannot be one of it */
  check(
    request: StoredRequest,
    report: { input: ReportInput; reporter: Reporter },
  ): void;
}

/** A merged change, whose pipeline reports. */
export function reportedChange(
  isReported: (plan: ChangePlan) => boolean,
): ReportedKind {
  return {
    stepIds: ['apply'],
    attemptOf: request => applyAttemptOf({ request }),
    problemOf(request) {
      if (!isReported(request.plan as ChangePlan)) {
        return 'its repository is not configured with "apply: report"';
      }
      const { mergeSha } = outputsOf({ request });
      return request.decision === 'approved' && mergeSha
        ? undefined
        : 'it is not merged';
    },
    check({ number }, { input }) {
      if (input.entity || input.outputs) {
        throw selfServiceError('report-outputs-refused', {
          number,
          reason: 'is a change of files',
        });
      }
    },
  };
}
