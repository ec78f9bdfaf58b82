// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { backendError } from '../errors';

const ATTRIBUTE = /^request\.(.+)$/;
const LENGTH = 1_000;
const REPEATS = 100;

/** What the parameters of a route are called. */
export interface QueryShape<
  TOne extends string = never,
  TMany extends string = never,
> {
  /** Given at most once. */
  one?: readonly TOne[];
  /** Given as often as one likes. */
  many?: readonly TMany[];
  /** `request.<attribute>` is understood. */
  request?: boolean;
}

/**
 * Reads the query of a request: names that the route does not know, repeated
 * ones, objects and over-long values are refused by name.
 *
 * @throws InputError `ownership-query-invalid`
 */
export function parseQuery<
  TOne extends string = never,
  TMany extends string = never,
>(
  query: object,
  shape: QueryShape<TOne, TMany>,
): Partial<Record<TOne, string>> &
  Record<TMany, string[]> & { request: Record<string, string> } {
  const { one = [], many = [], request: takesRequest = false } = shape;
  const answers: Record<string, unknown> = {};
  for (const key of many) answers[key] = [];
  const request = new Map<string, string>();
  for (const [key, given] of Object.entries(query)) {
    const attribute = takesRequest ? ATTRIBUTE.exec(key)?.[1] : undefined;
    if (many.some(each => each === key)) {
      answers[key] = listOf(key, given);
    } else if (attribute) {
      request.set(attribute, textOf(key, given));
    } else if (one.some(each => each === key)) {
      answers[key] = textOf(key, given);
    } else {
      throw invalid(`"${key}" does not exist; ${known(shape)}`);
    }
  }
  answers.request = Object.fromEntries(request);
  return answers as ReturnType<typeof parseQuery<TOne, TMany>>;
}

/**
 * A parameter that has to be there.
 *
 * @throws InputError `ownership-query-invalid`
 */
export function required(
  value: string | undefined,
  example: { key: string; value: string },
): string {
  if (!value) {
    throw invalid(
      `"${example.key}" is missing, for example "${example.key}=${example.value}"`,
    );
  }
  return value;
}

/**
 * A whole number.
 *
 * @throws InputError `ownership-query-invalid`
 */
export function wholeNumber(
  value: string | undefined,
  options: { key: string; min: number; max: number; otherwise: number },
): number {
  const { key, min, max, otherwise } = options;
  if (value === undefined) return otherwise;
  const number = /^\d{1,9}$/.test(value) ? Number(value) : NaN;
  if (!(number >= min && number <= max)) {
    throw invalid(
      `"${key}" is "${value}", which is no whole number from ${min} to ${max}`,
    );
  }
  return number;
}

function textOf(key: string, given: unknown): string {
  // Repeated keys and `a[b]=c` arrive as arrays and objects.
  if (typeof given !== 'string') {
    throw invalid(`"${key}" is to be given once, as text`);
  }
  if (given.length > LENGTH) {
    throw invalid(`"${key}" is longer than ${LENGTH} characters`);
  }
  return given;
}

function listOf(key: string, given: unknown): string[] {
  const all = Array.isArray(given) ? given : [given];
  if (all.length > REPEATS) {
    throw invalid(`"${key}" is given more than ${REPEATS} times`);
  }
  return all.map(each => textOf(key, each));
}

function known(shape: QueryShape<string, string>): string {
  const { one = [], many = [], request } = shape;
  const names = [...one, ...many].map(name => `"${name}"`);
  const all = request ? [...names, '"request.<attribute>"'] : names;
  return all.length
    ? `the parameters are ${all.join(', ')}`
    : 'this route takes no parameters';
}

function invalid(problem: string) {
  return backendError('ownership-query-invalid', { problem });
}
