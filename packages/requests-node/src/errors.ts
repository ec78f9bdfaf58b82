// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  type CodedError,
  defineErrors,
  type ErrorCatalogue,
  isCodedError,
} from '@fairway/errors';

/** Every error of this package by its stable code. @public */
export const REQUEST_ERRORS = {
  'request-not-found': {
    type: NotFoundError,
    message:
      'There is no request "{id}". Open the list of requests and choose one.',
  },
  'request-moved': {
    type: ConflictError,
    message:
      'Request #{number} changed while you looked at it: it is at version "{current}" and you saw "{seen}". Open it again and decide on what is there now.',
    cause: 'Somebody else, or the engine, was faster.',
  },
  'lease-lost': {
    type: ConflictError,
    message:
      'The work on request #{number} was handed to another worker: lease "{fence}" is no longer held. Stop; the other worker goes on.',
    cause:
      'A worker was silent for longer than its lease, for example because its process stood still.',
  },
  'resource-busy': {
    type: ConflictError,
    message:
      'The resource "{resource}" already has an open request, #{number}. Wait for it to end, or take part in it.',
    cause: 'One resource has one open request at a time; drafts do not count.',
    remedy: 'The answer carries the open request in `details.openRequest`.',
  },
  'cursor-invalid': {
    type: InputError,
    message:
      'The cursor "{cursor}" cannot be used: it {reason}. Take the cursor of a page as it came, or leave it out to begin at the first page.',
  },
} as const satisfies ErrorCatalogue;

/** @public */
export type RequestErrorCode = keyof typeof REQUEST_ERRORS;

/** @public */
export type RequestError = CodedError<RequestErrorCode>;

/** Makes an error of the catalogue. */
export const requestError = defineErrors(REQUEST_ERRORS);

/** Whether an error is of this package's catalogue, and of the given code. @public */
export function isRequestError(
  error: unknown,
  code?: RequestErrorCode,
): error is RequestError {
  return (
    isCodedError(error, REQUEST_ERRORS) &&
    (code === undefined || error.code === code)
  );
}
