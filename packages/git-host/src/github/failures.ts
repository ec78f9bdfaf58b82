// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What GitHub answers when it does not do what was asked, in the words of the package.
import { gitHostError, isGitHostError } from '../errors';

interface FailedRequest extends Error {
  status: number;
  request?: { method?: string; url?: string };
  response?: {
    headers?: Record<string, string | number | undefined>;
    data?: { message?: unknown; errors?: unknown };
  };
}

const isFailedRequest = (error: unknown): error is FailedRequest =>
  error instanceof Error && typeof Reflect.get(error, 'status') === 'number';

/** HTTP status of a failed request; undefined for every other error. */
export function statusOf(error: unknown): number | undefined {
  return isFailedRequest(error) ? error.status : undefined;
}

const isStatus = (error: unknown, ...statuses: number[]) =>
  statuses.includes(statusOf(error) ?? 0);

/** Runs a request; undefined where GitHub answers with one of the statuses. */
export async function unlessStatus<TResult>(
  statuses: number[],
  request: () => Promise<TResult>,
): Promise<TResult | undefined> {
  try {
    return await request();
  } catch (error) {
    if (isStatus(error, ...statuses)) {
      return undefined;
    }
    throw error;
  }
}

function textOf(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  if (typeof value !== 'object' || !value) {
    return [];
  }
  const message = Reflect.get(value, 'message');
  const place = [Reflect.get(value, 'field'), Reflect.get(value, 'code')];
  return typeof message === 'string'
    ? [message]
    : [place.filter(part => typeof part === 'string').join(' ')];
}

/** GitHub's own words, those of the single errors included; no full stop at the end. */
export function reasonOf(error: unknown): string {
  if (!isFailedRequest(error)) {
    const errors: unknown =
      error instanceof Error && Reflect.get(error, 'errors');
    const words = Array.isArray(errors) ? errors.flatMap(textOf) : [];
    return (words.join('; ') || String(error)).replace(/\.$/, '');
  }
  const { message, errors } = error.response?.data ?? {};
  const words = [
    ...textOf(message),
    ...(Array.isArray(errors) ? errors.flatMap(textOf) : []),
  ].filter(Boolean);
  return (words.join('; ') || error.message).replace(/\.$/, '');
}

function requestOf({ request }: FailedRequest): string {
  const { method = 'GET', url = '' } = request ?? {};
  const path = URL.canParse(url) ? new URL(url).pathname : url;
  return `${method} ${decodeURIComponent(path)}`;
}

/** Seconds until the limit ends; undefined when no limit was the reason. */
function limitedFor(error: FailedRequest): number | undefined {
  const { headers = {} } = error.response ?? {};
  const isLimit =
    error.status === 429 ||
    (error.status === 403 &&
      (headers['x-ratelimit-remaining'] === '0' ||
        headers['retry-after'] !== undefined ||
        /\brate limit\b/i.test(reasonOf(error))));
  if (!isLimit) {
    return undefined;
  }
  const reset = Number(headers['x-ratelimit-reset'] ?? 0);
  const untilReset = Math.ceil(reset - Date.now() / 1000);
  return Number(headers['retry-after']) || Math.max(untilReset, 60);
}

/** An error of the package for whatever a request ended with; others are answered as they are. */
export function toHostError(
  error: unknown,
  options: { host: string; repository: string },
): unknown {
  const { host, repository } = options;
  if (isGitHostError(error)) {
    return error;
  }
  const extras = { cause: error };
  if (!isFailedRequest(error)) {
    const isQuery = error instanceof Error && 'errors' in error;
    const values = { host, request: 'POST graphql', reason: reasonOf(error) };
    return isQuery ? gitHostError('git-host-refused', values, extras) : error;
  }
  const seconds = limitedFor(error);
  if (seconds !== undefined) {
    const details = { retryAfterSeconds: seconds };
    const limited = { ...extras, details };
    return gitHostError('git-host-limited', { host, seconds }, limited);
  }
  if (error.status === 404) {
    return gitHostError('git-repository-not-found', { repository }, extras);
  }
  const values = { host, request: requestOf(error), reason: reasonOf(error) };
  return error.status >= 500
    ? gitHostError('git-host-unavailable', values, extras)
    : gitHostError('git-host-refused', values, extras);
}
