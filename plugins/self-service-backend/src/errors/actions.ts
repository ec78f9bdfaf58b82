// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type { ErrorCatalogue } from '@fairway/errors';

/** What is asked about actions on entities. */
export const ACTION_ERRORS = {
  'entity-not-found': {
    type: NotFoundError,
    message:
      'There is no entity "{entityRef}" in the catalog that you may see. Look it up in the catalog.',
  },
  'action-not-found': {
    type: NotFoundError,
    message:
      'There is no self-service action "{templateRef}". Choose one of the self-service page.',
  },
  'action-not-for-entity': {
    type: ConflictError,
    message:
      'The action "{templateRef}" is not for "{entityRef}" as it is now. Reload its page, and choose one that is listed there.',
  },
  'file-not-yaml': {
    type: InputError,
    message:
      'The file "{path}" in Git is not YAML ({problem}), so no form can be filled from it. Correct it there.',
  },
} as const satisfies ErrorCatalogue;
