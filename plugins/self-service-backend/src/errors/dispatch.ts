// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import type { ErrorCatalogue } from '@fairway/errors';

/** What is done elsewhere. */
export const DISPATCH_ERRORS = {
  'dispatch-receiver-unknown': {
    type: InputError,
    message:
      'There is no receiver "{receiver}" in selfService.dispatch. Use one of: {known}.',
  },
  'dispatch-target-refused': {
    type: NotAllowedError,
    message:
      'The receiver "{receiver}" is not for the {field} "{value}". It is for: {known}.',
    cause:
      'Whoever runs the portal says in selfService.dispatch for which environments and services a receiver is.',
  },
  'dispatch-target-mismatch': {
    type: InputError,
    message:
      'The request is about the {field} "{expected}", but its values say {field} "{actual}". What counts is the former; take it out of the values.',
  },
  'dispatch-values-refused': {
    type: InputError,
    message:
      'The receiver "{receiver}" does not take the values: {problems}. Correct them.',
  },
  'dispatch-operation-refused': {
    type: InputError,
    message: 'The operation "{operation}" is refused: {problem}.',
  },
  'report-token-required': {
    type: NotAllowedError,
    message:
      'Request #{number} was dispatched, and takes reports only with the token that was handed out with it.',
  },
  'report-outputs-refused': {
    type: ConflictError,
    message:
      'The report speaks of outputs or an entity, and request #{number} {reason}. Leave "outputs" and "entity" out.',
  },
} as const satisfies ErrorCatalogue;
