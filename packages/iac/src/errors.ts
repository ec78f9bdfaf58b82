// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';

/**
 * Every error of this package; the codes are stable.
 *
 * @public
 */
export type IacErrorCode =
  | 'VALUE_UNSUPPORTED'
  | 'VALUE_TOO_LONG'
  | 'VALUE_TOO_DEEP'
  | 'VALUE_TOO_MANY'
  | 'HCL_SYNTAX'
  | 'HCL_TOO_LARGE'
  | 'LOCALS_NOT_LITERAL'
  | 'UNIT_INVALID'
  | 'MODULE_SOURCE_INVALID'
  | 'MODULE_OUTSIDE_REPOSITORY'
  | 'MODULE_UNKNOWN'
  | 'MODULE_VERSION_MISSING'
  | 'MODULE_VERSION_NOT_A_TAG'
  | 'MODULE_VERSION_UNKNOWN'
  | 'MODULE_VERSION_BLOCKED';

/** An error of the catalogue above: one of `@backstage/errors` with a code. @public */
export type IacError = Error & { code: IacErrorCode };

const CODES: ReadonlySet<IacErrorCode> = new Set<IacErrorCode>([
  'VALUE_UNSUPPORTED',
  'VALUE_TOO_LONG',
  'VALUE_TOO_DEEP',
  'VALUE_TOO_MANY',
  'HCL_SYNTAX',
  'HCL_TOO_LARGE',
  'LOCALS_NOT_LITERAL',
  'UNIT_INVALID',
  'MODULE_SOURCE_INVALID',
  'MODULE_OUTSIDE_REPOSITORY',
  'MODULE_UNKNOWN',
  'MODULE_VERSION_MISSING',
  'MODULE_VERSION_NOT_A_TAG',
  'MODULE_VERSION_UNKNOWN',
  'MODULE_VERSION_BLOCKED',
]);

/** True for the errors of this package, optionally of one code. @public */
export function isIacError(
  error: unknown,
  code?: IacErrorCode,
): error is IacError {
  const found = error instanceof Error && 'code' in error && error.code;
  return code
    ? found === code
    : CODES.has(found as IacErrorCode) && error instanceof Error;
}

const withCode = <TError extends Error>(
  code: IacErrorCode,
  error: TError,
): TError & { code: IacErrorCode } => Object.assign(error, { code });

/** Long or hostile text, shortened for a message and with control characters made visible. */
export function shown(value: string): string {
  const points = Array.from(value);
  const head = points.slice(0, 60).join('');
  const safe = JSON.stringify(head)
    .slice(1, -1)
    .replace(
      /[\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
      character =>
        `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
  return `"${safe}${points.length > 60 ? '…' : ''}"`;
}

export const valueUnsupported = (path: string, what: string) =>
  withCode(
    'VALUE_UNSUPPORTED',
    new InputError(
      `The value "${path}" ${what}, which HCL cannot hold. Give text, a number, true or false, null, a list or an object`,
    ),
  );

export const valueTooLong = (options: {
  path: string;
  bytes: number;
  limit: number;
}) =>
  withCode(
    'VALUE_TOO_LONG',
    new InputError(
      `The value "${options.path}" is ${options.bytes} bytes long, the limit is ${options.limit} bytes. Shorten it, or keep it in a file of its own`,
    ),
  );

export const valueTooDeep = (path: string, limit: number) =>
  withCode(
    'VALUE_TOO_DEEP',
    new InputError(
      `The value "${path}" is nested more than ${limit} levels deep. Flatten it`,
    ),
  );

export const valueTooMany = (path: string, limit: number) =>
  withCode(
    'VALUE_TOO_MANY',
    new InputError(
      `At "${path}" there are more than ${limit} values. Keep large data in a file of its own`,
    ),
  );

/** Carries where: `line` and `column` from 1, and the text of the line. */
export const hclSyntax = (options: {
  line: number;
  column: number;
  text: string;
  problem: string;
}) =>
  Object.assign(
    withCode(
      'HCL_SYNTAX',
      new InputError(
        `This is not valid HCL: line ${options.line}, column ${
          options.column
        }: ${options.problem} in ${shown(options.text)}. Correct that line`,
      ),
    ),
    { line: options.line, column: options.column },
  );

export const hclTooLarge = (what: string, limit: number) =>
  withCode(
    'HCL_TOO_LARGE',
    new InputError(
      `This HCL has more than ${limit} ${what}, which is more than a file that people keep. Split it`,
    ),
  );

export const localsNotLiteral = (options: {
  name: string;
  line: number;
  text: string;
}) =>
  withCode(
    'LOCALS_NOT_LITERAL',
    new InputError(
      `The local "${options.name}" on line ${
        options.line
      } is an expression, ${shown(
        options.text,
      )}, and this file is read without running anything. Write the value itself, for example account_id = "111111111111"`,
    ),
  );

export const unitInvalid = (value: string, reason: string) =>
  withCode(
    'UNIT_INVALID',
    new InputError(`The unit cannot be written: ${shown(value)} ${reason}`),
  );

export const moduleSourceInvalid = (source: string, reason: string) =>
  withCode(
    'MODULE_SOURCE_INVALID',
    new InputError(
      `The module source ${shown(
        source,
      )} ${reason}. Write it as git::https://host/organisation/repository.git//modules/name?ref=v1.0.0`,
    ),
  );

export const moduleOutsideRepository = (source: string, repository: string) =>
  withCode(
    'MODULE_OUTSIDE_REPOSITORY',
    new NotAllowedError(
      `The module source ${shown(
        source,
      )} is not in the vetted repository "${repository}". Use a module of that repository, or ask its owners to take yours in`,
    ),
  );

export const moduleUnknown = (path: string, names: string[]) =>
  withCode(
    'MODULE_UNKNOWN',
    new NotFoundError(
      `The module catalog has no module at ${shown(path)}. It has: ${
        names.join(', ') || 'none'
      }`,
    ),
  );

export const moduleVersionMissing = (source: string, approved: string[]) =>
  withCode(
    'MODULE_VERSION_MISSING',
    new InputError(
      `The module source ${shown(
        source,
      )} names no version. Add ?ref= with an approved one: ${
        approved.join(', ') || 'none is approved'
      }`,
    ),
  );

export const moduleVersionNotATag = (options: {
  ref: string;
  what: string;
  approved: string[];
}) =>
  withCode(
    'MODULE_VERSION_NOT_A_TAG',
    new NotAllowedError(
      `The version ${shown(options.ref)} is ${
        options.what
      }, and only a version tag is vetted. Use an approved one: ${
        options.approved.join(', ') || 'none is approved'
      }`,
    ),
  );

export const moduleVersionUnknown = (options: {
  name: string;
  version: string;
  approved: string[];
}) =>
  withCode(
    'MODULE_VERSION_UNKNOWN',
    new NotAllowedError(
      `The version ${shown(options.version)} of the module "${
        options.name
      }" is not approved. Use an approved one: ${
        options.approved.join(', ') || 'none is approved'
      }`,
    ),
  );

export const moduleVersionBlocked = (options: {
  name: string;
  version: string;
  reason: string;
  approved: string[];
}) =>
  withCode(
    'MODULE_VERSION_BLOCKED',
    new NotAllowedError(
      `The version "${options.version}" of the module "${
        options.name
      }" is blocked: ${options.reason}. Use an approved one: ${
        options.approved.join(', ') || 'none is approved'
      }`,
    ),
  );
