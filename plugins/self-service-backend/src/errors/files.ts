// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { InputError } from '@backstage/errors';
import type { ErrorCatalogue } from '@fairway/errors';

/** The files of a change, each by itself and as a list. */
export const FILE_ERRORS = {
  'no-files': {
    type: InputError,
    message:
      'The change has no files. Write at least one file before proposing it.',
  },
  'too-many-files': {
    type: InputError,
    message:
      'The change has {count} files and {limit} are the most. Split it into several changes.',
  },
  'file-too-large': {
    type: InputError,
    message:
      'The file "{path}" has {size} bytes and {limit} are the most. Make it smaller.',
  },
  'file-not-text': {
    type: InputError,
    message:
      'The file "{path}" is not text (NUL or broken Unicode at character {offset}). Only text files can be proposed.',
  },
  'file-invisible-character': {
    type: InputError,
    message:
      'The file "{path}" has the character {character} at line {line}, column {column}, which cannot be seen in a review. Remove it, or write it as an escape.',
  },
  'duplicate-path': {
    type: InputError,
    message:
      'The path "{path}" comes twice, or twice but for upper and lower case ("{other}"). Keep one of them.',
  },
  'change-secret-found': {
    type: InputError,
    message:
      'The change would write what looks like a secret, {what}, to "{path}", line {line}. Keep it in the secret store, and give a reference to it.',
    cause: 'Lines that a change adds are scanned for secrets.',
    remedy:
      'Take the secret out, and replace it wherever it is used: it has been sent here in plain text.',
  },
} as const satisfies ErrorCatalogue;
