// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  type CodedError,
  defineErrors,
  type ErrorCatalogue,
  isCodedError,
} from '@fairway/errors';

/** Every error of this package by its stable code. @public */
export const IAC_ERRORS = {
  'value-unsupported': {
    type: InputError,
    message:
      'The value "{path}" {problem}, which HCL cannot hold. Give text, a number, true or false, null, a list or an object',
  },
  'value-too-long': {
    type: InputError,
    message:
      'The value "{path}" is {bytes} bytes long, the limit is {limit} bytes. Shorten it, or keep it in a file of its own',
  },
  'value-too-deep': {
    type: InputError,
    message:
      'The value "{path}" is nested more than {limit} levels deep. Flatten it',
  },
  'value-too-many': {
    type: InputError,
    message:
      'At "{path}" there are more than {limit} values. Keep large data in a file of its own',
  },
  'hcl-syntax': {
    type: InputError,
    message:
      'This is not valid HCL: line {line}, column {column}: {problem} in "{text}". Correct that line',
  },
  'hcl-number-not-read': {
    type: InputError,
    message:
      'Line {line}, column {column}: the number "{number}" has an exponent and no fraction, which is not read here. Write "{instead}"',
    cause:
      'The grammar that HCL is read by knows exponents behind a fraction only; Terraform takes both, and they are the same number.',
    remedy: 'Write the fraction, or the number in full.',
  },
  'hcl-too-large': {
    type: InputError,
    message:
      'This HCL has more than {limit} {what}, which is more than a file that people keep. Split it',
  },
  'hcl-edit-invalid': {
    type: InputError,
    message: 'The edit "{op}" of "{at}" {reason}',
  },
  'hcl-path-not-found': {
    type: NotFoundError,
    message:
      'There is no "{step}" for "{at}" in this HCL. Correct the path, or set what holds it first',
  },
  'hcl-path-ambiguous': {
    type: InputError,
    message:
      'There are {count} blocks at "{at}". Say which by its index, for example "{example}"',
  },
  'hcl-path-through-expression': {
    type: InputError,
    message:
      'At "{at}" stands {what}, which has no "{step}" that could be edited. Set the whole of it, or edit it by hand',
  },
  'hcl-duplicate-key': {
    type: InputError,
    message:
      '"{name}" is there twice, again on line {line}, so an edit may change what is not used. Keep one',
  },
  'hcl-key-not-literal': {
    type: InputError,
    message:
      'At "{at}" is a key that is an expression, so it is not known which keys there are. Write the name itself',
  },
  'hcl-block-exists': {
    type: ConflictError,
    message:
      'There is a block at "{at}" already, on line {line}. Edit its attributes, or take another label',
  },
  'hcl-expression-not-allowed': {
    type: NotAllowedError,
    message:
      'The expression "{expression}" {reason}. Give a value, or a reference such as dependency.network.outputs.id or local.region',
    cause:
      'An expression is run by Terraform or Terragrunt, so only those of a closed list are written.',
  },
  'locals-not-literal': {
    type: InputError,
    message:
      'The local "{name}" on line {line} is an expression, "{text}", and this file is read without running anything. Write the value itself, for example account_id = "111111111111"',
    cause:
      'Functions and references are not evaluated, so that reading a repository runs nothing of it.',
  },
  'unit-invalid': {
    type: InputError,
    message: 'The unit cannot be written: "{value}" {reason}',
  },
  'module-call-invalid': {
    type: InputError,
    message: 'The module call cannot be written: "{value}" {reason}',
  },
  'module-file-invalid': {
    type: InputError,
    message: 'The module cannot be read, in the file "{path}": {problem}',
  },
  'module-source-invalid': {
    type: InputError,
    message:
      'The module source "{source}" {reason}. Write it as git::https://host/organisation/repository.git//modules/name?ref=v1.0.0',
  },
  'module-outside-repository': {
    type: NotAllowedError,
    message:
      'The module source "{source}" is not in the vetted repository "{repository}". Use a module of that repository, or ask its owners to take yours in',
  },
  'module-unknown': {
    type: NotFoundError,
    message: 'The module catalog has no module at "{path}". It has: {known}',
  },
  'module-version-missing': {
    type: InputError,
    message:
      'The module source "{source}" names no version. Add ?ref= with an approved one: {approved}',
  },
  'module-version-not-a-tag': {
    type: NotAllowedError,
    message:
      'The version "{version}" is {what}, and only a version tag is vetted. Use an approved one: {approved}',
    cause:
      'A branch moves, and a commit has no release notes; neither was vetted.',
  },
  'module-version-unknown': {
    type: NotAllowedError,
    message:
      'The version "{version}" of the module "{name}" is not approved. Use an approved one: {approved}',
  },
  'module-version-blocked': {
    type: NotAllowedError,
    message:
      'The version "{version}" of the module "{name}" is blocked: {reason}. Use an approved one: {approved}',
    cause:
      'The module catalog (`iac-catalog.yaml`) says `status: blocked`, and why.',
  },
  'yaml-syntax': {
    type: InputError,
    message:
      'This is not valid YAML: line {line}, column {column}: {problem} in "{text}". Correct that line',
  },
  'yaml-too-large': {
    type: InputError,
    message:
      'This YAML has more than {limit} characters, which is more than a file that people keep. Split it',
  },
  'yaml-document-missing': {
    type: NotFoundError,
    message:
      'There is no document {index}, counted from 0: the text has {count}. Correct the index',
  },
  'yaml-edit-invalid': {
    type: InputError,
    message: 'The edit "{op}" of "{path}" {reason}',
  },
  'yaml-path-not-found': {
    type: NotFoundError,
    message:
      'There is no "{step}" for "{path}" in this YAML. Correct the path, or add what holds it first',
  },
  'yaml-path-exists': {
    type: ConflictError,
    message: 'There is a "{path}" already. Use replace, or merge',
  },
  'yaml-path-through-value': {
    type: InputError,
    message:
      'At "{path}" stands a plain value, which has no "{step}". Replace the whole of it',
  },
  'yaml-alias': {
    type: InputError,
    message:
      'At "{path}" stands the alias "*{alias}", and what it stands for is used elsewhere too. Edit it by hand, at its anchor or by writing the value in its place',
    cause:
      'An edit through an alias would change every place that uses it, and an edit never changes more than it names.',
  },
  'yaml-anchor': {
    type: InputError,
    message:
      'At "{path}" stands the anchor "&{anchor}", whose value is used elsewhere through an alias. Edit it by hand',
    cause:
      'An edit there would change every place that uses it, and an edit never changes more than it names.',
  },
  'version-file-missing': {
    type: NotFoundError,
    message:
      'The file "{path}" is not among the files that were given. Give it, and the .hcl files that it includes',
  },
  'version-invalid': {
    type: InputError,
    message:
      'The version "{version}" is not one that can be written. Use a tag such as v1.2.0',
  },
  'version-moved': {
    type: ConflictError,
    message:
      'On line {line} of "{path}" the version "{version}" is not there any more. Read the file again',
  },
  'provenance-invalid': {
    type: InputError,
    message:
      'This is not a provenance file that can be read: {problem}. Propose the unit again to have it written anew, or restore it from Git',
  },
} as const satisfies ErrorCatalogue;

/** @public */
export type IacErrorCode = keyof typeof IAC_ERRORS;

/** One of `@backstage/errors` with a code. @public */
export type IacError = CodedError<IacErrorCode>;

/** Makes an error of the catalogue. */
export const iacError = defineErrors(IAC_ERRORS);

/** True for the errors of this package, optionally of one code. @public */
export function isIacError(
  error: unknown,
  code?: IacErrorCode,
): error is IacError {
  return (
    isCodedError(error, IAC_ERRORS) &&
    (code === undefined || error.code === code)
  );
}
