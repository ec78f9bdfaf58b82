// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  ConflictError,
  InputError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  type CodedError,
  defineErrors,
  type ErrorCatalogue,
  isCodedError,
} from '@fairway/errors';

/** Every error of this package by its stable code. @public */
export const KAFKA_EMBEDDED_ERRORS = {
  'kafka-embedded-unavailable': {
    type: ServiceUnavailableError,
    message: 'The embedded Kafka cluster is not there: {reason} {remedy}',
    cause:
      'The program of the cluster is built by set-up, and set-up could not build it.',
    remedy: 'Install Go or pip, and run set-up again.',
  },
  'kafka-embedded-option-invalid': {
    type: InputError,
    message:
      'The embedded cluster "{clusterId}" cannot be started: {option} {reason}. Correct the option.',
  },
  'kafka-embedded-port-taken': {
    type: ConflictError,
    message:
      'The embedded cluster "{clusterId}" cannot be started: another program listens on the port "{port}". End that program, or choose another port.',
  },
  'kafka-embedded-start-failed': {
    type: ServiceUnavailableError,
    message:
      'The embedded cluster "{clusterId}" did not start: {reason}. Run set-up again, and report this if it stays.',
  },
  'kafka-embedded-crashed': {
    type: ServiceUnavailableError,
    message:
      'The embedded cluster "{clusterId}" ended unexpectedly: {reason}. Start it again; its messages and offsets are lost.',
    cause:
      'The broker is a stand-in for Kafka that a request which it does not expect can end. It has a thread of its own, so nothing else ends with it.',
  },
} as const satisfies ErrorCatalogue;

/** @public */
export type KafkaEmbeddedErrorCode = keyof typeof KAFKA_EMBEDDED_ERRORS;

/** @public */
export type KafkaEmbeddedError = CodedError<KafkaEmbeddedErrorCode>;

/** Makes an error of the catalogue. */
export const kafkaEmbeddedError = defineErrors(KAFKA_EMBEDDED_ERRORS);

/** Whether an error is of this package's catalogue, and of the given code. @public */
export function isKafkaEmbeddedError(
  error: unknown,
  code?: KafkaEmbeddedErrorCode,
): error is KafkaEmbeddedError {
  return (
    isCodedError(error, KAFKA_EMBEDDED_ERRORS) &&
    (code === undefined || error.code === code)
  );
}
