// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonValue } from '@backstage/types';
import { defineErrors, type ErrorValues } from '@fairway/errors';
import {
  KAFKA_PROBLEMS,
  type KafkaProblemCode,
  type KafkaProblemError,
  kafkaProblemError,
} from './errors';
import type { Severity } from './model/policy';

/** Where in a payload: keys and indexes, `['configs', 'retention.ms']`. @public */
export type ProblemPath = ReadonlyArray<string | number>;

/** One breach of one rule. @public */
export interface Problem {
  /** Stable, kebab-case. */
  code: KafkaProblemCode;
  /** An `error` stops the request, a `warn` does not. */
  severity: Severity;
  /** For people: what is wrong with which value, and the next step. */
  message: string;
  path: ProblemPath;
  /** The value that is wrong; left out where there is none. */
  value?: JsonValue;
  /** The next step alone. */
  next: string;
}

type Code = KafkaProblemCode;
type ValuesOf<C extends Code> = ErrorValues<
  (typeof KAFKA_PROBLEMS)[C]['message']
>;

/** The makers of words, where the compiler has checked the values before. */
type Words = (
  code: string,
  values: Readonly<Record<string, string | number>>,
) => Error;

const messageOf = kafkaProblemError as unknown as Words;

const nextStepOf = defineErrors(
  Object.fromEntries(
    Object.entries(KAFKA_PROBLEMS).map(([code, { type, next }]) => [
      code,
      { type, message: next as string },
    ]),
  ),
) as unknown as Words;

/** Reports the breach of a rule; the compiler asks for the values of its message. @public */
export function problem<C extends Code>(
  code: C,
  values: ValuesOf<C>,
  where: { path?: ProblemPath; value?: JsonValue } = {},
): Problem {
  const words = values as Readonly<Record<string, string | number>>;
  const { message } = messageOf(code, words);
  return {
    code,
    severity: KAFKA_PROBLEMS[code].severity,
    message,
    path: where.path ?? [],
    ...(where.value !== undefined && { value: where.value }),
    next: nextStepOf(code, words).message,
  };
}

/** Whether nothing stops the request. @public */
export function isAcceptable(problems: readonly Problem[]): boolean {
  return problems.every(({ severity }) => severity !== 'error');
}

/** The same problems of something that is a part of a payload. @public */
export function below(path: ProblemPath, problems: Problem[]): Problem[] {
  return problems.map(found => ({ ...found, path: [...path, ...found.path] }));
}

/**
 * Throws unless the request is acceptable: the error is that of the first
 * problem, and its `details.problems` are all of them.
 *
 * @throws KafkaProblemError
 * @public
 */
export function assertAcceptable(problems: readonly Problem[]): void {
  const first = problems.find(({ severity }) => severity === 'error');
  if (!first) return;
  const { type: ErrorType } = KAFKA_PROBLEMS[first.code];
  const error: KafkaProblemError = Object.assign(new ErrorType(first.message), {
    code: first.code,
    details: { problems },
  });
  throw error;
}
