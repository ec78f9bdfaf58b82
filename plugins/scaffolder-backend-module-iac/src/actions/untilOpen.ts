// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { setTimeout as pause } from 'node:timers/promises';
import type { RequestDetail } from '@fairway/requests-common';
import { actionError } from '../errors';

/** A push and a pull request take a second or two; a host that does not answer is tried again by the portal, not here. */
const WITHIN_MILLISECONDS = 120_000;
const FIRST_PAUSE_MILLISECONDS = 100;
const LONGEST_PAUSE_MILLISECONDS = 2_000;

/**
 * Waits until the pull request of a submitted request is open. Approval, merge and apply are not waited for: the
 * request goes on by itself, and a worker of the scaffolder is not held up by people.
 *
 * @throws ServiceUnavailableError `pull-request-not-open` with what the step said, or when it takes too long
 */
export async function untilOpen(
  load: () => Promise<RequestDetail>,
  options: { signal?: AbortSignal },
): Promise<RequestDetail> {
  const { signal } = options;
  const end = Date.now() + WITHIN_MILLISECONDS;
  for (let wait = FIRST_PAUSE_MILLISECONDS; ; wait *= 2) {
    const request = await load();
    const steps = request.steps.filter(({ phase }) => phase === 'submit');
    const failed = steps.find(({ status }) => status === 'failed');
    const open = steps.every(({ status }) => status === 'done');
    if (open && steps.length > 0) return request;
    const closed = ['rejected', 'cancelled', 'expired'].includes(
      request.decision,
    );
    if (failed || closed || Date.now() > end) {
      throw actionError('pull-request-not-open', {
        number: request.number,
        problem:
          failed?.failure?.message ??
          (closed
            ? `the request is ${request.decision}`
            : 'it is not open after two minutes'),
      });
    }
    await pause(Math.min(wait, LONGEST_PAUSE_MILLISECONDS), undefined, {
      signal,
    });
  }
}
