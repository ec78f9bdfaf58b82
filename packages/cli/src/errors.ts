// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { InputError } from '@backstage/errors';

/** What the command line cannot work with, by stable code. */
export const CLI_ERRORS = {
  CLI_FILE_UNREADABLE:
    'The file "{path}" could not be read ({reason}). Give the path of a file that exists.',
  CLI_POLICY_INVALID: '{problems}',
  CLI_USER_INVALID:
    '"{value}" is not a user. Write a full reference such as user:default/pia.',
  CLI_GROUP_INVALID:
    '"{value}" is not a group. Write a full reference such as group:default/payments.',
  CLI_ATTRIBUTE_INVALID:
    '"{value}" is not an attribute with a value. Write --with changeTicket=CHG1.',
  CLI_TIME_INVALID:
    '"{value}" is not a time with a zone. Write --at 2026-06-01T10:00:00Z.',
  CLI_ATTRIBUTE_REFUSED: '{reason}',
} as const;

export type CliErrorCode = keyof typeof CLI_ERRORS;

/** Bad input: ends the command with exit code 2. */
export class InputProblem extends InputError {
  readonly code: CliErrorCode;

  constructor(code: CliErrorCode, values: Readonly<Record<string, string>>) {
    super(
      CLI_ERRORS[code].replace(/\{(\w+)\}/g, (_, name) => values[name] ?? ''),
    );
    this.code = code;
  }
}
