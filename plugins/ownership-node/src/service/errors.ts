// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  InputError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { defineErrors, type ErrorCatalogue } from '@fairway/errors';

/**
 * Every error of the ownership service by its stable code. Each of them
 * refuses: what cannot be decided is not allowed.
 *
 * @public
 */
export const OWNERSHIP_SERVICE_ERRORS = {
  'ownership-subject-not-a-user': {
    type: NotAllowedError,
    message:
      '"{ref}" is not a user, and only a signed-in user may change something that the ownership policy manages. Sign in and try again.',
  },
  'ownership-subject-unknown': {
    type: NotAllowedError,
    message:
      'The catalog has no user "{ref}", so its groups are not known and nothing can be allowed. Ask whoever runs the portal to add the user to the catalog.',
  },
  'ownership-subject-too-deep': {
    type: NotAllowedError,
    message:
      'The groups above "{ref}" go on for more than {maxDepth} levels (at "{group}"), so they are not all known and nothing can be allowed. Flatten the group hierarchy in the catalog.',
  },
  'ownership-subject-lookup-failed': {
    type: ServiceUnavailableError,
    message:
      'The groups of "{ref}" could not be read from the catalog ({reason}), so nothing can be allowed. Try again in a moment.',
  },
  'ownership-policy-unavailable': {
    type: ServiceUnavailableError,
    message:
      'No ownership policy could be read ({reason}), so nothing that it manages can be allowed. Ask whoever runs the portal to look at the status of the ownership policy.',
  },
  'ownership-policy-stale': {
    type: ServiceUnavailableError,
    message:
      'The ownership policy was last confirmed {age} seconds ago and could not be refreshed since ({reason}); a copy older than {limit} seconds allows nothing. Try again in a moment.',
  },
  'ownership-action-unknown': {
    type: InputError,
    message: 'There is no action "{value}": {instead}',
  },
  'ownership-environment-unknown': {
    type: InputError,
    message: 'The ownership policy has no environment "{value}": {instead}',
  },
  'ownership-team-unknown': {
    type: InputError,
    message: 'The ownership policy has no team "{value}": {instead}',
  },
  'ownership-service-unknown': {
    type: InputError,
    message: 'The ownership policy has no service "{value}": {instead}',
  },
} as const satisfies ErrorCatalogue;

/** @public */
export type OwnershipServiceErrorCode = keyof typeof OWNERSHIP_SERVICE_ERRORS;

export const serviceError = defineErrors(OWNERSHIP_SERVICE_ERRORS);
