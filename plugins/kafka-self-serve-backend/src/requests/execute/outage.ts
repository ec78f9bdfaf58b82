// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { isError } from '@backstage/errors';
import {
  isKafkaProblemError,
  type KafkaProblemError,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { isKafkaError, type KafkaSelfServeError } from '../../errors';
import type { StepContext, StepResult } from '@fairway/requests-node';
import type { JsonObject } from '@backstage/types';

const PAUSE_MS = 5_000;

/** Nothing is wrong with the request: the cluster, the registry or the way to them is. */
const OUTAGES: readonly unknown[] = [
  'kafka-unreachable',
  'kafka-answer-lost',
  'kafka-not-ready',
  'kafka-throttled',
  'kafka-busy',
  'kafka-authentication-failed',
  'kafka-tls-failed',
  'kafka-embedded-unavailable',
  'registry-unreachable',
  'registry-answer-lost',
  'registry-authentication-failed',
  'registry-failed',
];

/** Whether it helps to wait. */
export function isOutage(error: unknown): boolean {
  return isError(error) && OUTAGES.includes(error.code);
}

/** What a rule, the authority, the cluster or the registry refuses: asking again gives the same answer. */
export function isRefusal(
  error: unknown,
): error is KafkaSelfServeError | KafkaProblemError {
  return isKafkaError(error) || isKafkaProblemError(error);
}

type Ran = Pick<StepContext<JsonObject, JsonObject>, 'now' | 'signal'>;

/** The step is taken up again later, with the reason in words. */
export function waitsFor(
  reason: string,
  { now }: Pick<Ran, 'now'>,
): Extract<StepResult, { status: 'waiting' }> {
  return {
    status: 'waiting',
    until: new Date(now.getTime() + PAUSE_MS),
    waitingFor: reason,
    statusLabel: 'waits for the cluster',
  };
}

/**
 * A cluster that is away is waited for, however long: nothing of a request gets
 * lost by it, and whoever looks sees why it does not go on. What the cluster or
 * a rule refuses fails with its own words. A process that stops lets the engine
 * hand the step to another one.
 */
export async function whileReachable(
  context: Ran,
  run: () => Promise<StepResult>,
  options: {
    /** Whether nothing was done yet. */ untouched?: () => boolean;
  } = {},
): Promise<StepResult> {
  try {
    return await run();
  } catch (error) {
    if (context.signal.aborted || !isError(error)) throw error;
    const left = options.untouched?.() ? { untouched: true as const } : {};
    if (isOutage(error)) {
      return { ...waitsFor((error as Error).message, context), ...left };
    }
    // Whatever else it is, the engine tries again.
    if (!isRefusal(error)) throw error;
    return {
      status: 'failed',
      code: error.code,
      message: error.message,
      next: 'Remove the cause and try again, or ask for something else.',
      retryable: true,
      ...left,
    };
  }
}
