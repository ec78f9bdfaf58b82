// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import {
  type CodedError,
  defineErrors,
  type ErrorCatalogue,
} from '@fairway/errors';

/** Every error and refusal of this package by its stable code. @public */
export const REQUESTS_COMMON_ERRORS = {
  'request-ended': {
    type: ConflictError,
    message:
      'The request cannot be {done}: it is "{state}", and that is final. Make a new request.',
  },
  'request-not-in-state': {
    type: ConflictError,
    message:
      'The request cannot be {done} while it is "{state}": it has to be {needed}. Load it again and see what became of it.',
  },
  'request-irreversible': {
    type: ConflictError,
    message:
      'The request cannot be {done}: a step that cannot be undone has begun (it is "{state}"). Let it come to its end, then make a new request.',
  },
  'request-state-impossible': {
    type: ConflictError,
    message:
      'The request is stored as "{state}", which no sequence of events leads to, so nothing is done with it. Report this with its history.',
    cause: 'The row was changed by something other than the engine.',
  },
  'approval-incomplete': {
    type: ConflictError,
    message:
      'The request cannot be approved yet: the stages "{stages}" are not complete. Wait for the others who have to decide.',
  },
  'approval-rule-missing': {
    type: ConflictError,
    message:
      'The request cannot be approved by "{event}": no rule is named that allows it. Let the policy name the rule, or people decide.',
  },
  'approval-impossible': {
    type: ConflictError,
    message: 'Nobody can decide about this request: {reason}',
  },
  'approval-not-awaited': {
    type: ConflictError,
    message:
      'There is nothing to decide about this request: {reason}. Load it again.',
  },
  'approver-is-requester': {
    type: NotAllowedError,
    message:
      'The requester "{user}" cannot decide about their own request. Ask somebody of: {deciders}.',
  },
  'approver-is-author': {
    type: NotAllowedError,
    message:
      '"{user}" wrote a part of this request and cannot decide about it. Ask somebody of: {deciders}.',
  },
  'approver-not-entitled': {
    type: NotAllowedError,
    message:
      '"{user}" is in none of the groups that decide now: {deciders}. Ask one of them.',
  },
  'approver-already-decided': {
    type: ConflictError,
    message:
      '"{user}" has decided already ("{verdict}"). The stages that are left are for others: {deciders}.',
  },
  'request-id-invalid': {
    type: InputError,
    message:
      '"{id}" is not the id of a request. Take the id from a list of requests.',
  },
  'duration-invalid': {
    type: InputError,
    message:
      '"{duration}" is not a duration that can be used: {reason}. Write it like P2D, PT12H or P1DT30M.',
  },
  'value-not-json': {
    type: InputError,
    message:
      'The value at "{path}" cannot be written as JSON: it {reason}. Leave it out or write it as text.',
  },
} as const satisfies ErrorCatalogue;

/** @public */
export type RequestsCommonErrorCode = keyof typeof REQUESTS_COMMON_ERRORS;

/** @public */
export type RequestsCommonError = CodedError<RequestsCommonErrorCode>;

/** Makes an error of the catalogue. */
export const requestsCommonError = defineErrors(REQUESTS_COMMON_ERRORS);
