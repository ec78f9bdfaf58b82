// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  InputError,
  isError,
  NotAllowedError,
  type ResponseError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { defineErrors, type ErrorCatalogue } from '@fairway/errors';

/**
 * Every error of these actions by its stable code; the refusals of the self-service backend keep theirs.
 *
 * @public
 */
export const IAC_ACTION_ERRORS = {
  'user-required': {
    type: NotAllowedError,
    message:
      'The action "{action}" acts for a person, and this task was started by none. Start it signed in.',
  },
  'workspace-empty': {
    type: InputError,
    message:
      'The workspace of the task "{taskId}" holds no files, so there is nothing to propose. Write files in an earlier step; after a recovery without its workspace, start a new task.',
  },
  'workspace-file-exists': {
    type: InputError,
    message:
      'The file "{path}" is in the workspace already. Give each unit a folder of its own.',
  },
  'workspace-not-a-file': {
    type: InputError,
    message:
      'The workspace holds "{path}", which is {what}. Only plain files can be proposed; remove it.',
  },
  'workspace-not-text': {
    type: InputError,
    message:
      'The file "{path}" of the workspace is not UTF-8 text. Only text files can be proposed; remove it.',
  },
  'workspace-file-too-large': {
    type: InputError,
    message:
      'The file "{path}" of the workspace has {size} bytes and {limit} are the most. Make it smaller.',
  },
  'workspace-too-many-files': {
    type: InputError,
    message:
      'The workspace holds more than {limit} files, the most that one change may have. Split it into several changes.',
  },
  'pull-request-not-open': {
    type: ServiceUnavailableError,
    message:
      'Request {number} is submitted, but its pull request is not open: {problem}. Open the request in the portal; running this step again makes nothing twice.',
  },
} as const satisfies ErrorCatalogue;

/** @public */
export type IacActionErrorCode = keyof typeof IAC_ACTION_ERRORS;

export const actionError = defineErrors(IAC_ACTION_ERRORS);

/**
 * Runs a call of the self-service backend; what it refuses comes out in the backend's own words, since the task log shows
 * the message alone: which rule, which line, whom to ask.
 */
export async function inBackendsWords<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!isError(error) || error.name !== 'ResponseError') throw error;
    const { cause } = error as unknown as ResponseError;
    throw Object.assign(new Error(cause.message), {
      name: cause.name,
      ...('code' in cause && { code: cause.code }),
    });
  }
}
