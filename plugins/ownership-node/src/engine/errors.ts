// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { InputError } from '@backstage/errors';
import { defineErrors, type ErrorCatalogue } from '@fairway/errors';

/**
 * What the engine refuses to work with, by stable code. A refusal by the policy
 * is no error: it is a decision.
 *
 * @public
 */
export const OWNERSHIP_ENGINE_ERRORS = {
  'ownership-path-invalid': {
    type: InputError,
    message:
      'The path "{path}" is not a plain path inside a repository ({reason}). Write it relative, with "/", without "." and "..".',
  },
  'ownership-path-without-layout': {
    type: InputError,
    message:
      'No entry of layout in {source} says which target the path "{path}" in repository "{repo}" belongs to. Use a path like {examples}, or ask the platform team to add a layout entry.',
  },
  'ownership-path-ambiguous': {
    type: InputError,
    message:
      'The path "{path}" in repository "{repo}" matches several entries of layout in {source}: {globs}. Ask the platform team to make them exclude each other.',
  },
  'ownership-attribute-undeclared': {
    type: InputError,
    message:
      'The request attribute "{name}" is not one that {source} knows: {instead}',
  },
  'ownership-attribute-invalid': {
    type: InputError,
    message:
      'The request attribute "{name}" is not a text of at most {limit} characters. Write one, such as {name}: CHG1.',
  },
  'ownership-name-unknown': {
    type: InputError,
    message: '{source} has no {kind} "{name}": {instead}',
  },
  'ownership-question-too-large': {
    type: InputError,
    message:
      'The question has {count} answers, more than {limit}. Filter by team, service, environment or action.',
  },
  'ownership-repository-unknown': {
    type: InputError,
    message:
      'No entry of layout in {source} is about the repository "{repo}". Name one of those that are there: {known}.',
  },
  'ownership-codeowners-unnamed': {
    type: InputError,
    message:
      'The team "{team}" owns "{pattern}" and has no name for CODEOWNERS ({source}, line {line}). Write codeowners: \'@org/team\' there.',
  },
  'ownership-glob-unsupported': {
    type: InputError,
    message:
      'The glob "{glob}" cannot be written in a CODEOWNERS file. Use names, *, **, ? and braces only.',
  },
} as const satisfies ErrorCatalogue;

/** @public */
export type OwnershipEngineErrorCode = keyof typeof OWNERSHIP_ENGINE_ERRORS;

export const engineError = defineErrors(OWNERSHIP_ENGINE_ERRORS);
