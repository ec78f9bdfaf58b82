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
} as const satisfies ErrorCatalogue;

/** Makes an error of the catalogue. */
export const cliError = defineErrors(CLI_ERRORS);
