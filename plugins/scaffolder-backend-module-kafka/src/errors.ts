// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { NotAllowedError } from '@backstage/errors';
import { defineErrors, type ErrorCatalogue } from '@fairway/errors';

/**
 * Every error of these actions by its stable code; the refusals of the Kafka
 * backend keep theirs.
 *
 * @public
 */
export const KAFKA_ACTION_ERRORS = {
  'user-required': {
    type: NotAllowedError,
    message:
      'The action "{action}" acts for a person, and this task was started by none. Start it signed in.',
  },
} as const satisfies ErrorCatalogue;

/** @public */
export type KafkaActionErrorCode = keyof typeof KAFKA_ACTION_ERRORS;

/** Makes an error of the catalogue. */
export const actionError = defineErrors(KAFKA_ACTION_ERRORS);
