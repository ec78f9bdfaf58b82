// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
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
  'request-kind-unknown': {
    type: InputError,
    message: 'There is no kind of request "{kind}" here. Use one of: {known}.',
  },
  'request-payload-invalid': {
    type: InputError,
    message:
      'The "{kind}" cannot be asked for like this: {problems}. Correct it and send it again.',
    cause: 'The payload does not fit the schema of its kind.',
    remedy: 'The answer names every field in `details.issues`.',
  },
  'request-not-readable': {
    type: NotAllowedError,
    message:
      '"{user}" may not see request #{number}: it is for its requester, their teams, those who decide and administrators. Ask the requester.',
  },
  'request-not-yours': {
    type: NotAllowedError,
    message:
      '"{user}" cannot {action} request #{number}: that is for {allowed}. Ask one of them.',
  },
  'request-administrators-only': {
    type: NotAllowedError,
    message:
      '"{user}" is no administrator of these requests, and only they verify the history. Ask one of them.',
  },
  'idempotency-key-reused': {
    type: ConflictError,
    message:
      'The idempotency key "{key}" was used for another content, in request #{number}. Use a new key for a new request.',
    remedy:
      'Make one key for each request that a person begins, and send it again only with the same content.',
  },
  'plan-changed': {
    type: ConflictError,
    message:
      'The plan of request #{number} is not the one that you saw: "{seen}" became "{current}". Nothing was done. Look at the new plan and decide again.',
    cause:
      'What the plan is made from changed: the files, the cluster, the policy, or the request itself.',
    remedy: 'The answer carries the new plan in `details.current`.',
  },
  'comment-needed': {
    type: InputError,
    message:
      'Request #{number} cannot be {done} without a reason. Write in the comment what is wrong and what would help.',
  },
  'comment-empty': {
    type: InputError,
    message: 'The comment on request #{number} is empty. Write something.',
  },
  'revision-not-yours': {
    type: NotAllowedError,
    message:
      '"{user}" cannot revise request #{number} like this: nobody would look at it, since the policy approves it by itself. Let "{requester}" revise it.',
  },
  'revision-of-other-kind': {
    type: InputError,
    message:
      'Request #{number} is a "{kind}", and "{sent}" is no revision of it. Send its own kind, or make a new request.',
  },
  'retry-not-possible': {
    type: ConflictError,
    message: 'Request #{number} cannot be tried again: {reason}.',
  },
  'request-input-invalid': {
    type: InputError,
    message:
      'The call is not in its form: {problems}. Correct it and send it again.',
  },
  'request-not-permitted': {
    type: NotAllowedError,
    message:
      'The permission policy does not give "{permission}" to "{user}". Ask an administrator of the portal.',
    cause:
      "The company's permission policy is asked before the rules of requests, and can only take away.",
  },
  'request-user-required': {
    type: NotAllowedError,
    message:
      'Requests are made and decided by people. Sign in, or send the token of a person.',
  },
  'step-timed-out': {
    type: ServiceUnavailableError,
    message:
      'The step "{step}" of request #{number} was given up after {seconds} seconds. See whether what it waits for answers.',
    cause:
      'One attempt of a step took longer than the worker lets it; it is tried again as after any other failure.',
    remedy:
      'Where the step needs longer, raise the limit of the worker (`selfService.worker.stepLimit`, `kafkaSelfServe.worker.stepLimit`).',
  },
  'webhook-refused': {
    type: ServiceUnavailableError,
    message:
      'The webhook at "{host}" answered with status {status}. It is tried again; look at the receiver.',
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
