// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  ConflictError,
  InputError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { defineErrors, type ErrorCatalogue } from '@fairway/errors';

/**
 * Every error of the ownership permission policy by its stable code. Those of
 * the configuration stop the start; the others deny, and are logged.
 *
 * @public
 */
export const OWNERSHIP_PERMISSION_ERRORS = {
  'ownership-permissions-unknown-key': {
    type: InputError,
    message:
      'The configuration has "ownership.permissions{path}", which does not exist. The keys are {keys}.',
  },
  'ownership-permissions-invalid': {
    type: InputError,
    message:
      'The configuration has "{value}" in "ownership.permissions{path}". Write {instead}.',
  },
  'ownership-permissions-already-set': {
    type: ConflictError,
    message:
      'Another module has already set the permission policy ("{reason}"). Remove that module, or compose the two and set "ownership.permissions.install" to false: see the README.',
  },
  'ownership-actions-unavailable': {
    type: ServiceUnavailableError,
    message:
      'The scaffolder did not say which actions are installed ("{reason}"), so none can be allowed. Try again in a moment.',
  },
  'ownership-decision-unfit': {
    type: ServiceUnavailableError,
    message:
      'A composed policy answered "{permission}" with conditions that cannot be applied ({reason}), so it is denied. Correct that policy.',
  },
} as const satisfies ErrorCatalogue;

/** @public */
export type OwnershipPermissionErrorCode =
  keyof typeof OWNERSHIP_PERMISSION_ERRORS;

export const permissionError = defineErrors(OWNERSHIP_PERMISSION_ERRORS);
