// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { InputError, NotAllowedError } from '@backstage/errors';
import type { ErrorCatalogue } from '@fairway/errors';

/** Who may ask, and of what the configuration names. */
export const SETUP_ERRORS = {
  'config-invalid': {
    type: InputError,
    message:
      'The configuration key "{key}" cannot be used: {problem}. Correct it in app-config.yaml and start again.',
  },
  'user-required': {
    type: NotAllowedError,
    message:
      'Changes are made by people, and "{principal}" is none. Sign in, or call on behalf of a person.',
  },
  'repository-not-configured': {
    type: NotAllowedError,
    message:
      'The repository "{repoUrl}" is not named in selfService.repositories, so nothing in it is read or written. Use one of: {known}; or ask whoever runs the portal to add it.',
  },
} as const satisfies ErrorCatalogue;
