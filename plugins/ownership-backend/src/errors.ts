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
  defineErrors,
  type ErrorDefinition,
} from '@fairway/backstage-plugin-ownership-node';

/** Every error of the ownership backend by its stable code. */
export const OWNERSHIP_BACKEND_ERRORS = {
  OWNERSHIP_CONFIG_UNKNOWN_KEY: {
    type: InputError,
    message:
      'The configuration has "{key}", which does not exist. The keys are {keys}.',
  },
  OWNERSHIP_CONFIG_INVALID: {
    type: InputError,
    message: 'The configuration is not understood: {problem}.',
  },
  OWNERSHIP_POLICY_NOT_CONFIGURED: {
    type: ServiceUnavailableError,
    message:
      'No ownership policy is configured, so everything that one manages is refused. Set "ownership.policy.file", "ownership.policy.directory" or "ownership.policy.url" in the portal\'s configuration.',
  },
  OWNERSHIP_POLICY_MISSING: {
    type: ServiceUnavailableError,
    message:
      'The ownership policy has no good revision yet ({problem}), so everything that it manages is refused. Correct the file; it is read again within 30 seconds.',
  },
  OWNERSHIP_QUERY_INVALID: {
    type: InputError,
    message: 'The query is not understood: {problem}.',
  },
  OWNERSHIP_BODY_INVALID: {
    type: InputError,
    message: 'The body is not understood: {problem}.',
  },
  OWNERSHIP_USER_MISSING: {
    type: InputError,
    message:
      'A service decides for a person: name the initiator as "userEntityRef", for example "user:default/pia".',
  },
  OWNERSHIP_NOT_YOURSELF: {
    type: NotAllowedError,
    message:
      '"{user}" cannot ask this for "{other}". Leave "userEntityRef" out to ask for yourself; administrators of the ownership policy and the owners of the environment or service that is named can have it explained.',
  },
  OWNERSHIP_TEAM_ONLY: {
    type: NotAllowedError,
    message:
      '"{user}" is in no team of the ownership policy, and only those who are can see its revisions and try out drafts. Ask whoever runs the portal.',
  },
  OWNERSHIP_REVISION_UNKNOWN: {
    type: NotFoundError,
    message:
      'There is no revision "{revision}" in the history, which keeps the last 100. Take one that the list of revisions has.',
  },
  OWNERSHIP_REVISION_UNREADABLE: {
    type: ConflictError,
    message:
      'Revision "{revision}" was written for another version of the portal and cannot be compared any more: {problem}.',
  },
  OWNERSHIP_BREAK_GLASS_OFF: {
    type: NotAllowedError,
    message:
      'The ownership policy has no "breakGlass:" section, so nobody can pass it. Ask the owners of the environment instead.',
  },
  OWNERSHIP_BREAK_GLASS_TEAM: {
    type: NotAllowedError,
    message:
      '"{user}" is in none of the teams that may open and approve break-glass grants ({teams}). Ask one of them.',
  },
  OWNERSHIP_BREAK_GLASS_INVALID: {
    type: InputError,
    message: 'This break-glass grant cannot be asked for: {problem}.',
  },
  OWNERSHIP_BREAK_GLASS_UNKNOWN: {
    type: NotFoundError,
    message:
      'There is no break-glass grant "{id}", or it is somebody else\'s. Take one from the list.',
  },
  OWNERSHIP_BREAK_GLASS_OWN: {
    type: NotAllowedError,
    message:
      'Nobody approves their own break-glass grant ("{id}"). Ask somebody else of the teams that the policy names.',
  },
  OWNERSHIP_BREAK_GLASS_STATE: {
    type: ConflictError,
    message:
      'The break-glass grant "{id}" is {state} by now. Look at it again, and open a new one if it is still needed.',
  },
  OWNERSHIP_BREAK_GLASS_BUSY: {
    type: ConflictError,
    message:
      'The break-glass grant "{id}" was changed by others at the same time. Look at it again and repeat.',
  },
} as const satisfies Record<string, ErrorDefinition>;

export type OwnershipBackendErrorCode = keyof typeof OWNERSHIP_BACKEND_ERRORS;

export const backendError = defineErrors<OwnershipBackendErrorCode>(
  OWNERSHIP_BACKEND_ERRORS,
);
