// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// How GitHub is talked to: credentials on every attempt, waiting where it asks for that, and one more try where trying
// again can only help. 409 is an answer, not a fault: somebody else was faster.
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { Octokit } from '@octokit/rest';

export type GitHubClient = Octokit;

/** How requests are spaced and repeated. */
export interface GitHubPace {
  /** A second between two writes, as GitHub asks of its clients. */
  paceWrites: boolean;
  /** A request that takes longer is given up; milliseconds. */
  timeoutMs: number;
  /** How long a second of waiting is; milliseconds. */
  secondMs: number;
}

const DO_NOT_RETRY = [400, 401, 403, 404, 405, 409, 410, 415, 422, 451];
/** A secondary limit mostly ends after a minute; somebody may be waiting for the answer, so not much longer. */
const LONGEST_WAIT_SECONDS = 90;
const MOST_WAITS = 2;

const waitsFor = (seconds: number, waits: number) =>
  seconds <= LONGEST_WAIT_SECONDS && waits < MOST_WAITS;

/** Limiters of the throttling plugin that let everything through at once. */
const UNPACED = {
  key: () => ({
    schedule: async (_options: object, task: () => Promise<void>) => task(),
  }),
};

interface RequestOptions {
  headers: Record<string, string | number | undefined>;
  request: object;
}

export function createClient(options: {
  baseUrl: string;
  pace: GitHubPace;
  /** Asked before every attempt: the tokens of an app last for an hour. */
  token: () => Promise<string | undefined>;
}): GitHubClient {
  const { baseUrl, pace, token } = options;
  // The strategy's hook is the innermost one, inside those that wait and repeat.
  const authStrategy = () => ({
    hook: async (
      request: (options: RequestOptions) => unknown,
      given: RequestOptions,
    ) => {
      const secret = await token();
      const authorization = secret && `Bearer ${secret}`;
      return request({
        ...given,
        headers: { ...given.headers, ...(secret && { authorization }) },
        request: {
          ...given.request,
          signal: AbortSignal.timeout(pace.timeoutMs),
        },
      });
    },
  });
  const silent = () => {};
  // The plugin's types ask for the class that it makes its own limiters of.
  const limiters: object = pace.paceWrites
    ? {}
    : { write: UNPACED, notifications: UNPACED };
  const FairwayOctokit = Octokit.plugin(retry, throttling);
  return new FairwayOctokit({
    baseUrl,
    authStrategy,
    userAgent: 'fairway',
    log: { debug: silent, info: silent, warn: silent, error: silent },
    retry: {
      doNotRetry: DO_NOT_RETRY,
      retries: 2,
      retryAfterBaseValue: pace.secondMs,
    },
    throttle: {
      id: baseUrl,
      retryAfterBaseValue: pace.secondMs,
      onRateLimit: (seconds, _request, _octokit, waits) =>
        waitsFor(seconds, waits),
      onSecondaryRateLimit: (seconds, _request, _octokit, waits) =>
        waitsFor(seconds, waits),
      ...limiters,
    },
  });
}
