// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { InputError } from '@backstage/errors';
import { defineErrors, type ErrorCatalogue } from '@fairway/errors';

/** Bad input: what the command line cannot work with, by stable code. Each ends the command with exit code 2. */
export const CLI_ERRORS = {
  'cli-file-unreadable': {
    type: InputError,
    message:
      'The file "{path}" could not be read ({reason}). Give the path of a file that exists.',
  },
  'cli-policy-invalid': {
    type: InputError,
    message: '{problems}',
    cause:
      'The policy has errors; each is told with file, line and column, on a line of its own.',
    remedy: 'Correct them in the file.',
  },
  'cli-user-invalid': {
    type: InputError,
    message:
      '"{value}" is not a user or client. Write a full reference such as user:default/pia, or client:release-bot.',
  },
  'cli-group-invalid': {
    type: InputError,
    message:
      '"{value}" is not a group. Write a full reference such as group:default/payments.',
  },
  'cli-attribute-invalid': {
    type: InputError,
    message:
      '"{value}" is not an attribute with a value. Write --with changeTicket=CHG1.',
  },
  'cli-time-invalid': {
    type: InputError,
    message:
      '"{value}" is not a time with a zone. Write --at 2026-06-01T10:00:00Z.',
  },
  'cli-refused': {
    type: InputError,
    message: '{reason}',
    cause: 'A name or attribute given as an option is not one of the policy.',
    remedy:
      "Use the policy's spelling; declare an attribute under `attributes`.",
  },
  'cli-tests-missing': {
    type: InputError,
    message:
      'There are no test cases beside "{path}". Give a file of kind OwnershipPolicyTests after the policy.',
  },
  'cli-unit-invalid': {
    type: InputError,
    message:
      '"{value}" is not a unit with its service. Write --unit live/acme-dev/eu-west-1/dev/network=networking, with each store after a plus.',
  },
  'cli-catalog-invalid': {
    type: InputError,
    message:
      'The file "{path}" is not catalog YAML ({reason}). Give a file of entities with kind and metadata.name.',
  },
  'cli-document-invalid': {
    type: InputError,
    message:
      'Line {line}, column {column} of "{path}" is not YAML or JSON: {reason}. Correct it and run the command again.',
  },
  'cli-document-empty': {
    type: InputError,
    message:
      'There is nothing in "{path}". Write topics, acls or subjects into it: a section that is left out is not touched.',
  },
  'cli-file-unwritable': {
    type: InputError,
    message:
      'The file "{path}" could not be written ({reason}). Give a path in a folder that exists, and run it again.',
  },
  'cli-export-invalid': {
    type: InputError,
    message:
      'Line {line} of "{path}" is no request of an NDJSON export. Give a file that "fairway requests export" wrote.',
  },
  'cli-portal-missing': {
    type: InputError,
    message: 'The {what} is missing. Give {option}, or set {variable}.',
  },
  'cli-place-missing': {
    type: InputError,
    message:
      'It is not said where. Give {option}, or --observed with a file to plan without a portal.',
  },
  'cli-portal-refused': {
    type: InputError,
    message: 'The portal refuses: {reason}',
    cause: "The message is the portal's own.",
    remedy: 'Verifying and exporting everything is for administrators.',
  },
  'cli-portal-unreachable': {
    type: InputError,
    message:
      'The portal at "{url}" does not answer ({reason}). Check the address, which is the backend\'s.',
  },
  'cli-value-missing': {
    type: InputError,
    message: 'There is no "{path}" in "{file}". At its top is: {names}.',
  },
  'cli-value-not-json': {
    type: InputError,
    message:
      'At "{path}" in "{file}" stands {what}, which JSON cannot say exactly, so it is not printed. Read it by hand, or write it there as text in quotes.',
  },
  'cli-value-not-literal': {
    type: InputError,
    message:
      'At "{path}" in "{file}" stands an expression, on line {line}: {text}. It is not evaluated; --expression prints it as it stands.',
  },
  'cli-assignment-invalid': {
    type: InputError,
    message:
      '"{value}" is not a path with a value. Write inputs.storage_gb=100, with JSON or a bare word behind the first "=".',
  },
  'cli-value-ambiguous': {
    type: InputError,
    message:
      'The value {value} {problem}. Write text in double quotes, and a number as JSON does.',
  },
  'cli-path-invalid': {
    type: InputError,
    message:
      '"{value}" is not a path ({problem}). Write names with dots between them, for example inputs.tags.owner or spec.containers.0.image, and names that have dots in them in brackets: labels["app.kubernetes.io/name"].',
  },
  'cli-format-unknown': {
    type: InputError,
    message:
      'The format of "{path}" cannot be told from its name. Give --format hcl or --format yaml.',
  },
  'cli-write-impossible': {
    type: InputError,
    message:
      'What was read from stdin cannot be written in place. Leave --write out, and the result goes to stdout.',
  },
  'cli-file-invalid': {
    type: InputError,
    message: '{path}:{place} {reason}',
    cause:
      'The file cannot be read or edited as asked; the message is of the library that edits it.',
    remedy: 'Correct the line, or the path of the edit.',
  },
  'cli-module-unavailable': {
    type: InputError,
    message:
      'The module "{source}" could not be read ({reason}). Give a folder, or a git source with a version that exists.',
  },
  'cli-template-missing': {
    type: InputError,
    message:
      'There is no template.yaml in "{path}", nor in a folder below it. Give the folder of a template, or of templates.',
  },
  'cli-template-invalid': {
    type: InputError,
    message: 'The file "{path}" is not {what}: {reason}.',
  },
  'cli-no-cases': {
    type: InputError,
    message:
      'There is no case to run below "{path}". Write one as <template>/tests/<case>.yaml.',
  },
} as const satisfies ErrorCatalogue;

/** Makes an error of the catalogue. */
export const cliError = defineErrors(CLI_ERRORS);
