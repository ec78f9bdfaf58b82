// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  InputError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { ErrorCatalogue } from '@fairway/errors';

/** What is asked about repositories, units and modules. */
export const READ_ERRORS = {
  'unit-not-found': {
    type: NotFoundError,
    message:
      'There is no unit of a vetted module in "{path}" of "{repoUrl}". Choose one of the list of units.',
  },
  'module-not-found': {
    type: NotFoundError,
    message: 'There is no vetted module "{name}". Use one of: {known}.',
  },
  'module-version-not-listed': {
    type: NotFoundError,
    message:
      'The module "{name}" has no version "{version}" in the catalog of modules. Use one of: {known}.',
  },
  'too-many-files-to-read': {
    type: InputError,
    message:
      'That is {count} files or paths, and {limit} are the most that are read at once. Name fewer.',
  },
  'file-not-readable': {
    type: InputError,
    message:
      'The file "{path}" is not UTF-8 text of at most {limit} bytes, so it is not read here. Leave it out.',
  },
  'read-invalid': {
    type: InputError,
    message: 'The question cannot be read: {problems}. Correct it.',
  },
  'modules-unavailable': {
    type: ServiceUnavailableError,
    message:
      'The list of vetted modules "{file}" in "{repoUrl}" cannot be read: {problem}. Ask the owners of that repository.',
  },
} as const satisfies ErrorCatalogue;
