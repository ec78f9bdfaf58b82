// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { KafkaSelfServeError } from '../errors';

/** What one of several things was answered. @public */
export type Outcome<T> =
  | { succeeded: true; value: T }
  | { succeeded: false; error: KafkaSelfServeError };

/**
 * What each of several things was answered, by its name: one failure does not
 * spoil the rest. Everything that was asked about is in it.
 *
 * @public
 */
export type Outcomes<T = void> = ReadonlyMap<string, Outcome<T>>;

/**
 * The value of one of them.
 *
 * @throws its error when it failed
 * @public
 */
export function outcomeOf<T>(outcomes: Outcomes<T>, name: string): T {
  const outcome = outcomes.get(name);
  if (!outcome) throw new Error(`Nothing was asked about "${name}"`);
  if (!outcome.succeeded) throw outcome.error;
  return outcome.value;
}

/**
 * The values of all.
 *
 * @throws the first error when any failed
 * @public
 */
export function allOf<T>(outcomes: Outcomes<T>): Map<string, T> {
  return new Map(
    [...outcomes.keys()].map(name => [name, outcomeOf(outcomes, name)]),
  );
}

/** The values of those that succeeded. @public */
export function succeededOf<T>(outcomes: Outcomes<T>): Map<string, T> {
  return new Map(
    [...outcomes].flatMap(([name, outcome]) =>
      outcome.succeeded ? [[name, outcome.value] as const] : [],
    ),
  );
}

/** The errors of those that failed. @public */
export function failuresOf<T>(
  outcomes: Outcomes<T>,
): Map<string, KafkaSelfServeError> {
  return new Map(
    [...outcomes].flatMap(([name, outcome]) =>
      outcome.succeeded ? [] : [[name, outcome.error] as const],
    ),
  );
}
