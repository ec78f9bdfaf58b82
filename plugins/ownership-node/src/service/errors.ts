// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  InputError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { defineErrors, type ErrorDefinition } from './defineErrors';

/**
 * Every error of the ownership service by its stable code. Each of them
 * refuses: what cannot be decided is not allowed.
 *
 * @public
 */
export const OWNERSHIP_SERVICE_ERRORS = {
  OWNERSHIP_SUBJECT_NOT_A_USER: {
    type: NotAllowedError,
    message:
      '"{ref}" is not a user, and only a signed-in user may change something that the ownership policy manages. Sign in and try again.',
  },
  OWNERSHIP_SUBJECT_UNKNOWN: {
    type: NotAllowedError,
    message:
      'The catalog has no user "{ref}", so its groups are not known and nothing can be allowed. Ask whoever runs the portal to add the user to the catalog.',
  },
  OWNERSHIP_SUBJECT_TOO_DEEP: {
    type: NotAllowedError,
    message:
      'The groups above "{ref}" go on for more than {maxDepth} levels (at "{group}"), so they are not all known and nothing can be allowed. Flatten the group hierarchy in the catalog.',
  },
  OWNERSHIP_SUBJECT_LOOKUP_FAILED: {
    type: ServiceUnavailableError,
    message:
      'The groups of "{ref}" could not be read from the catalog ({reason}), so nothing can be allowed. Try again in a moment.',
  },
  OWNERSHIP_POLICY_UNAVAILABLE: {
    type: ServiceUnavailableError,
    message:
      'No ownership policy could be read ({reason}), so nothing that it manages can be allowed. Ask whoever runs the portal to look at the status of the ownership policy.',
  },
  OWNERSHIP_POLICY_STALE: {
    type: ServiceUnavailableError,
    message:
      'The ownership policy was last confirmed {age} seconds ago and could not be refreshed since ({reason}); a copy older than {limit} seconds allows nothing. Try again in a moment.',
  },
  OWNERSHIP_ACTION_UNKNOWN: {
    type: InputError,
    message: 'There is no action "{value}": {instead}',
  },
  OWNERSHIP_ENVIRONMENT_UNKNOWN: {
    type: InputError,
    message: 'The ownership policy has no environment "{value}": {instead}',
  },
  OWNERSHIP_TEAM_UNKNOWN: {
    type: InputError,
    message: 'The ownership policy has no team "{value}": {instead}',
  },
  OWNERSHIP_SERVICE_UNKNOWN: {
    type: InputError,
    message: 'The ownership policy has no service "{value}": {instead}',
  },
} as const satisfies Record<string, ErrorDefinition>;

/** @public */
export type OwnershipServiceErrorCode = keyof typeof OWNERSHIP_SERVICE_ERRORS;

export const serviceError = defineErrors<OwnershipServiceErrorCode>(
  OWNERSHIP_SERVICE_ERRORS,
);
