// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import type { ErrorCatalogue } from '@fairway/errors';

/** Repositories of their own. */
export const NEW_REPOSITORY_ERRORS = {
  'new-repository-not-allowed': {
    type: NotAllowedError,
    message:
      'No repository is begun at "{repoUrl}": selfService.newRepositories allows {known}. Choose one of these, or ask whoever runs the portal to add it.',
    cause:
      'Making a repository is nothing that a reviewer of Git looks at, so it is for those owners only that the configuration names.',
  },
  'new-repository-name': {
    type: InputError,
    message:
      'The repository "{repo}" has to be called as the ownership policy calls its service: "{service}".',
  },
  'new-repository-owner': {
    type: NotAllowedError,
    message:
      'The repository "{repo}" is not begun for "{ownerRef}", which is no group of yours. Choose one of: {groups}.',
  },
  'new-repository-visibility': {
    type: NotAllowedError,
    message:
      'The repository "{repo}" is not begun as {visibility}: selfService.newRepositories allows {known} there.',
  },
  'new-repository-configured': {
    type: ConflictError,
    message:
      'The repository "{repoUrl}" is one that the portal works on already. Propose a change to it instead.',
  },
} as const satisfies ErrorCatalogue;
