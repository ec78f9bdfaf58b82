// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { InputError, NotAllowedError } from '@backstage/errors';
import type { ErrorCatalogue } from '@fairway/errors';

/** What the files of a change would have Terraform and Terragrunt do. */
export const CODE_ERRORS = {
  'unit-refused': {
    type: NotAllowedError,
    message:
      'The file "{path}" is refused at line {line}, column {column}, "{text}": {problem}. Units hold values, never code.',
  },
  'unit-service-unknown': {
    type: NotAllowedError,
    message:
      'The unit "{path}" takes its module from "{source}", which is no vetted module in plain text, so whose it is cannot be told. Ask the owners of the repository to change it.',
  },
  'source-not-derived': {
    type: NotAllowedError,
    message:
      'Which module "{path}" takes at {place} cannot be told without running it: {problem}. Write the source and its version as text, or by locals and included files in which they are text.',
  },
  'code-refused': {
    type: NotAllowedError,
    message:
      'The file "{path}" is refused at line {line}, column {column}, "{text}": {problem}.',
    cause:
      'What is written here is run by Terraform or Terragrunt, so a change holds calls of vetted modules with values, and nothing else.',
    remedy:
      'Do what the message says, or have the owners of the repository make the change.',
  },
  'stack-unit-refused': {
    type: NotAllowedError,
    message: 'The unit "{unit}" of the stack "{path}" is refused: {problem}.',
    cause:
      'A stack unit is decided about by its template, the module that the template takes, and the folder that it is generated in.',
    remedy: 'Do what the message says.',
  },
  'inputs-refused': {
    type: InputError,
    message: '{problems}',
    cause:
      "The module's variables and their validations, and the forced and hidden inputs of the catalog of modules. Every problem is on a line of its own.",
    remedy: 'Correct each input that is named, and propose it again.',
  },
  'include-refused': {
    type: NotAllowedError,
    message:
      'The file "{included}" that "{path}" includes is refused: {problem}. Include root.hcl, or a file of _envcommon.',
  },
  'dependency-refused': {
    type: NotAllowedError,
    message:
      'The dependency "{configPath}" in "{path}" leads to {actual}, outside the environment "{environment}". Depend on units of the same environment.',
  },
  'dependency-missing': {
    type: NotAllowedError,
    message:
      'The dependency "{configPath}" in "{path}" is refused: {problem}. Depend on a unit that exists, or add it to the change.',
  },
} as const satisfies ErrorCatalogue;
