// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { InputError, NotFoundError } from '@backstage/errors';
import {
  type CodedError,
  defineErrors,
  type ErrorCatalogue,
  isCodedError,
} from '@fairway/errors';
import { CLUSTER_ERRORS } from './catalogue/cluster';
import { REGISTRY_ERRORS } from './catalogue/registry';
import { SELF_ERRORS } from './catalogue/self';

/** Every error of this package by its stable code. @public */
export const KAFKA_SELF_SERVE_ERRORS = {
  'kafka-connection-invalid': {
    type: InputError,
    message:
      'The connection at "{key}" in the configuration cannot be used: {reason}. Correct it and start the portal again.',
  },
  'kafka-connection-unknown': {
    type: NotFoundError,
    message:
      'There is no connection "{name}" in the configuration ({known}). Choose another one, or ask whoever runs the portal to add it under kafkaSelfServe.clusters.',
  },
  ...CLUSTER_ERRORS,
  ...REGISTRY_ERRORS,
  ...SELF_ERRORS,
} as const satisfies ErrorCatalogue;

/** @public */
export type KafkaSelfServeErrorCode = keyof typeof KAFKA_SELF_SERVE_ERRORS;

/** @public */
export type KafkaSelfServeError = CodedError<KafkaSelfServeErrorCode>;

/** Makes an error of the catalogue. */
export const kafkaError = defineErrors(KAFKA_SELF_SERVE_ERRORS);

/** Whether an error is of this package's catalogue, and of the given code. @public */
export function isKafkaError(
  error: unknown,
  code?: KafkaSelfServeErrorCode,
): error is KafkaSelfServeError {
  return (
    isCodedError(error, KAFKA_SELF_SERVE_ERRORS) &&
    (code === undefined || error.code === code)
  );
}

/**
 * Whether something may have been done although the call failed: read it back
 * before doing it again.
 *
 * @public
 */
export function isOutcomeUnknown(error: unknown): boolean {
  return (
    isKafkaError(error, 'kafka-answer-lost') ||
    isKafkaError(error, 'registry-answer-lost')
  );
}
