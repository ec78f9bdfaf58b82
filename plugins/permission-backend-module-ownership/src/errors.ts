// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  ConflictError,
  InputError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  defineErrors,
  type ErrorDefinition,
} from '@fairway/backstage-plugin-ownership-node';

/**
 * Every error of the ownership permission policy by its stable code. Those of
 * the configuration stop the start; the others deny, and are logged.
 *
 * @public
 */
export const OWNERSHIP_PERMISSION_ERRORS = {
  OWNERSHIP_PERMISSIONS_UNKNOWN_KEY: {
    type: InputError,
    message:
      'The configuration has "ownership.permissions{path}", which does not exist. The keys are {keys}.',
  },
  OWNERSHIP_PERMISSIONS_INVALID: {
    type: InputError,
    message:
      'The configuration has "{value}" in "ownership.permissions{path}". Write {instead}.',
  },
  OWNERSHIP_PERMISSIONS_ALREADY_SET: {
    type: ConflictError,
    message:
      'Another module has already set the permission policy ("{reason}"). Remove that module, or compose the two and set "ownership.permissions.install" to false: see the README.',
  },
  OWNERSHIP_ACTIONS_UNAVAILABLE: {
    type: ServiceUnavailableError,
    message:
      'The scaffolder did not say which actions are installed ("{reason}"), so none can be allowed. Try again in a moment.',
  },
  OWNERSHIP_DECISION_UNFIT: {
    type: ServiceUnavailableError,
    message:
      'A composed policy answered "{permission}" with conditions that cannot be applied ({reason}), so it is denied. Correct that policy.',
  },
} as const satisfies Record<string, ErrorDefinition>;

/** @public */
export type OwnershipPermissionErrorCode =
  keyof typeof OWNERSHIP_PERMISSION_ERRORS;

export const permissionError = defineErrors<OwnershipPermissionErrorCode>(
  OWNERSHIP_PERMISSION_ERRORS,
);
