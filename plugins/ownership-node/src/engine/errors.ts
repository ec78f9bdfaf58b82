// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { InputError } from '@backstage/errors';
import { defineErrors, type ErrorDefinition } from '../service/defineErrors';

/**
 * What the engine refuses to work with, by stable code. A refusal by the policy
 * is no error: it is a decision.
 *
 * @public
 */
export const OWNERSHIP_ENGINE_ERRORS = {
  OWNERSHIP_PATH_INVALID: {
    type: InputError,
    message:
      'The path "{path}" is not a plain path inside a repository ({reason}). Write it relative, with "/", without "." and "..".',
  },
  OWNERSHIP_PATH_WITHOUT_LAYOUT: {
    type: InputError,
    message:
      'No entry of layout in {source} says which target the path "{path}" in repository "{repo}" belongs to. Use a path like {examples}, or ask the platform team to add a layout entry.',
  },
  OWNERSHIP_PATH_AMBIGUOUS: {
    type: InputError,
    message:
      'The path "{path}" in repository "{repo}" matches several entries of layout in {source}: {globs}. Ask the platform team to make them exclude each other.',
  },
  OWNERSHIP_ATTRIBUTE_UNDECLARED: {
    type: InputError,
    message:
      'The request attribute "{name}" is not one that {source} knows: {instead}',
  },
  OWNERSHIP_ATTRIBUTE_INVALID: {
    type: InputError,
    message:
      'The request attribute "{name}" is not a text of at most {limit} characters. Write one, such as {name}: CHG1.',
  },
  OWNERSHIP_NAME_UNKNOWN: {
    type: InputError,
    message: '{source} has no {kind} "{name}": {instead}',
  },
  OWNERSHIP_QUESTION_TOO_LARGE: {
    type: InputError,
    message:
      'The question has {count} answers, more than {limit}. Filter by team, service, environment or action.',
  },
  OWNERSHIP_REPOSITORY_UNKNOWN: {
    type: InputError,
    message:
      'No entry of layout in {source} is about the repository "{repo}". Name one of those that are there: {known}.',
  },
  OWNERSHIP_CODEOWNERS_UNNAMED: {
    type: InputError,
    message:
      'The team "{team}" owns "{pattern}" and has no name for CODEOWNERS ({source}, line {line}). Write codeowners: \'@org/team\' there.',
  },
  OWNERSHIP_GLOB_UNSUPPORTED: {
    type: InputError,
    message:
      'The glob "{glob}" cannot be written in a CODEOWNERS file. Use names, *, **, ? and braces only.',
  },
} as const satisfies Record<string, ErrorDefinition>;

/** @public */
export type OwnershipEngineErrorCode = keyof typeof OWNERSHIP_ENGINE_ERRORS;

export const engineError = defineErrors<OwnershipEngineErrorCode>(
  OWNERSHIP_ENGINE_ERRORS,
);
