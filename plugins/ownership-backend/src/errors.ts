// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { defineErrors, type ErrorCatalogue } from '@fairway/errors';

/** Every error of the ownership backend by its stable code. */
export const OWNERSHIP_BACKEND_ERRORS = {
  'ownership-config-unknown-key': {
    type: InputError,
    message:
      'The configuration has "{key}", which does not exist. The keys are {keys}.',
  },
  'ownership-config-invalid': {
    type: InputError,
    message: 'The configuration is not understood: {problem}.',
  },
  'ownership-policy-not-configured': {
    type: ServiceUnavailableError,
    message:
      'No ownership policy is configured, so everything that one manages is refused. Set "ownership.policy.file", "ownership.policy.directory" or "ownership.policy.url" in the portal\'s configuration.',
  },
  'ownership-policy-missing': {
    type: ServiceUnavailableError,
    message:
      'The ownership policy has no good revision yet ({problem}), so everything that it manages is refused. Correct the file; it is read again within 30 seconds.',
  },
  'ownership-query-invalid': {
    type: InputError,
    message: 'The query is not understood: {problem}.',
  },
  'ownership-body-invalid': {
    type: InputError,
    message: 'The body is not understood: {problem}.',
  },
  'ownership-user-missing': {
    type: InputError,
    message:
      'A service decides for a person: name the initiator as "userEntityRef", for example "user:default/pia".',
  },
  'ownership-not-yourself': {
    type: NotAllowedError,
    message:
      '"{user}" cannot ask this for "{other}". Leave "userEntityRef" out to ask for yourself; administrators of the ownership policy and the owners of the environment or service that is named can have it explained.',
  },
  'ownership-team-only': {
    type: NotAllowedError,
    message:
      '"{user}" is in no team of the ownership policy, and only those who are can see its revisions and try out drafts. Ask whoever runs the portal.',
  },
  'ownership-revision-unknown': {
    type: NotFoundError,
    message:
      'There is no revision "{revision}" in the history, which keeps the last 100. Take one that the list of revisions has.',
  },
  'ownership-revision-unreadable': {
    type: ConflictError,
    message:
      'Revision "{revision}" was written for another version of the portal and cannot be compared any more: {problem}.',
  },
  'ownership-break-glass-off': {
    type: NotAllowedError,
    message:
      'The ownership policy has no "breakGlass:" section, so nobody can pass it. Ask the owners of the environment instead.',
  },
  'ownership-break-glass-team': {
    type: NotAllowedError,
    message:
      '"{user}" is in none of the teams that may open and approve break-glass grants ({teams}). Ask one of them.',
  },
  'ownership-break-glass-invalid': {
    type: InputError,
    message: 'This break-glass grant cannot be asked for: {problem}.',
  },
  'ownership-break-glass-unknown': {
    type: NotFoundError,
    message:
      'There is no break-glass grant "{id}", or it is somebody else\'s. Take one from the list.',
  },
  'ownership-break-glass-own': {
    type: NotAllowedError,
    message:
      'Nobody approves their own break-glass grant ("{id}"). Ask somebody else of the teams that the policy names.',
  },
  'ownership-break-glass-state': {
    type: ConflictError,
    message:
      'The break-glass grant "{id}" is {state} by now. Look at it again, and open a new one if it is still needed.',
  },
  'ownership-break-glass-busy': {
    type: ConflictError,
    message:
      'The break-glass grant "{id}" was changed by others at the same time. Look at it again and repeat.',
  },
} as const satisfies ErrorCatalogue;

export type OwnershipBackendErrorCode = keyof typeof OWNERSHIP_BACKEND_ERRORS;

export const backendError = defineErrors(OWNERSHIP_BACKEND_ERRORS);
