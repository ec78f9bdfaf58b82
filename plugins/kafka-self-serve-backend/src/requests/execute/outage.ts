// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { isError } from '@backstage/errors';
import type { StepContext, StepResult } from '@fairway/requests-node';
import type { JsonObject } from '@backstage/types';

const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 60_000;

/** Nothing is wrong with the request: the cluster, the registry or the way to them is. */
const OUTAGES: readonly unknown[] = [
  'kafka-unreachable',
  'kafka-answer-lost',
  'kafka-not-ready',
  'kafka-throttled',
  'kafka-busy',
  'kafka-authentication-failed',
  'kafka-tls-failed',
  'registry-unreachable',
  'registry-answer-lost',
  'registry-authentication-failed',
  'registry-failed',
];

/** Whether it helps to wait. */
export function isOutage(error: unknown): boolean {
  return isError(error) && OUTAGES.includes(error.code);
}

type Ran = Pick<
  StepContext<JsonObject, JsonObject>,
  'attempt' | 'now' | 'signal'
>;

/** The step is taken up again later, with the reason in words. */
export function waitsFor(
  reason: string,
  { attempt, now }: Pick<Ran, 'attempt' | 'now'>,
): StepResult {
  const pause = FIRST_PAUSE_MS * 2 ** Math.min(attempt - 1, 10);
  return {
    status: 'waiting',
    until: new Date(now.getTime() + Math.min(pause, LONGEST_PAUSE_MS)),
    waitingFor: reason,
    statusLabel: 'waits for the cluster',
  };
}

/**
 * A cluster that is away is waited for, however long: nothing of a request gets
 * lost by it, and whoever looks sees why it does not go on. What the cluster
 * refuses fails with its own words. A process that stops lets the engine hand
 * the step to another one.
 */
export async function whileReachable(
  context: Ran,
  run: () => Promise<StepResult>,
): Promise<StepResult> {
  try {
    return await run();
  } catch (error) {
    if (context.signal.aborted || !isError(error)) throw error;
    if (isOutage(error)) return waitsFor(error.message, context);
    if (typeof error.code !== 'string') throw error;
    return {
      status: 'failed',
      code: error.code,
      message: error.message,
      next: 'Remove the cause and try again, or ask for something else.',
      retryable: true,
    };
  }
}
