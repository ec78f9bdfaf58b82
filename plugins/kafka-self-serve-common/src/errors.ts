// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type CodedError,
  defineErrors,
  type ErrorCatalogue,
  isCodedError,
} from '@fairway/errors';
import { CONFIG_PROBLEMS } from './catalogue/configs';
import { OTHER_PROBLEMS } from './catalogue/others';
import { OWNERSHIP_PROBLEMS } from './catalogue/ownership';
import { TOPIC_PROBLEMS } from './catalogue/topics';

/**
 * Every rule of Kafka self-serve by the stable code of its breach. Checks report
 * breaches as problems, all of them together; an error carries one.
 *
 * @public
 */
export const KAFKA_PROBLEMS = {
  ...TOPIC_PROBLEMS,
  ...CONFIG_PROBLEMS,
  ...OWNERSHIP_PROBLEMS,
  ...OTHER_PROBLEMS,
} as const satisfies ErrorCatalogue;

/** @public */
export type KafkaProblemCode = keyof typeof KAFKA_PROBLEMS;

/** @public */
export type KafkaProblemError = CodedError<KafkaProblemCode>;

/** Makes an error of the catalogue. @public */
export const kafkaProblemError = defineErrors(KAFKA_PROBLEMS);

/** Whether an error is of this catalogue, and of the given code. @public */
export function isKafkaProblemError(
  error: unknown,
  code?: KafkaProblemCode,
): error is KafkaProblemError {
  return (
    isCodedError(error, KAFKA_PROBLEMS) &&
    (code === undefined || error.code === code)
  );
}
