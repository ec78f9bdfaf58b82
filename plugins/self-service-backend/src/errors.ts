// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  AuthenticationError,
  ConflictError,
  InputError,
  isError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  type CodedError,
  defineErrors,
  type ErrorCatalogue,
} from '@fairway/errors';

/**
 * Every error of this plugin by its stable code.
 *
 * @public
 */
export const SELF_SERVICE_ERRORS = {
  'config-invalid': {
    type: InputError,
    message:
      'The configuration key "{key}" cannot be used: {problem}. Correct it in app-config.yaml and start again.',
  },
  'user-required': {
    type: NotAllowedError,
    message:
      'Changes are made by people, and "{principal}" is none. Sign in, or call on behalf of a person.',
  },
  'repository-not-configured': {
    type: NotAllowedError,
    message:
      'The repository "{repoUrl}" is not named in selfService.repositories, so nothing in it is read or written. Use one of: {known}; or ask whoever runs the portal to add it.',
  },
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
  'protected-path': {
    type: NotAllowedError,
    message:
      'The path "{path}" is protected by "{glob}" and cannot be changed through the portal. Ask the owners of the repository "{repoUrl}".',
  },
  'folder-not-allowed': {
    type: NotAllowedError,
    message:
      'The folder "{segment}" in the path "{path}" is refused: {problem}. Use another folder.',
  },
  'base-shadowed': {
    type: NotAllowedError,
    message:
      'In the repository "{file}" is a folder, and Terragrunt takes it for the file that "{path}" needs. Ask the owners of the repository to remove it.',
  },
  'path-without-target': {
    type: NotAllowedError,
    message:
      'The path "{path}" in "{repo}" belongs to no target of the ownership policy ({problem}), so nobody may change it here. Use a path that the policy\'s layout names, or ask the platform team to add it.',
  },
  'unit-file-not-allowed': {
    type: NotAllowedError,
    message:
      'The file "{path}" is not allowed in a unit: Terragrunt would run or read it. A unit holds "terragrunt.hcl" and may hold "README.md" and ".fairway.yaml", directly in its folder "{folder}". Remove the file.',
  },
  'unit-path-taken': {
    type: NotAllowedError,
    message:
      'The unit at "{folder}" that "{file}" makes is refused: "{other}" makes one at that path, and a path is the key of one state. Give it another name, or remove the other in a change of its own first.',
  },
  'provenance-refused': {
    type: NotAllowedError,
    message:
      'The file "{path}", which says where the unit comes from, is refused: {problem}. Let an action of the portal write it.',
  },
  'unit-incomplete': {
    type: InputError,
    message:
      'The unit "{folder}" has no "terragrunt.hcl" in this change, so the service that it belongs to is not known. Add "{folder}/terragrunt.hcl".',
  },
  'deployment-file-not-allowed': {
    type: NotAllowedError,
    message:
      'The file "{path}" is not allowed among a service\'s deployment files: only "{folder}/values.yaml" is, and YAML that selfService.repositories[].yaml names. Remove the file, or ask whoever runs the portal to name it.',
  },
  'deployment-values-invalid': {
    type: InputError,
    message:
      'The file "{path}" is not plain YAML at line {line}, column {column}: {problem}. Correct it.',
  },
  'account-unknown': {
    type: NotAllowedError,
    message:
      'The account "{account}" of the path "{path}" is not known: {problem}. Use a folder whose account.hcl names its account id.',
  },
  'environment-file': {
    type: NotAllowedError,
    message:
      'The path "{path}" names the environment "{environment}", but "{file}" in the repository says "{actual}". Use the folder of the environment that you mean, or ask the owners of the repository to correct the file.',
  },
  'environment-file-unreadable': {
    type: NotAllowedError,
    message:
      'The file "{file}", which says the environment of "{path}", cannot be read: {problem}. Ask the owners of the repository to correct it.',
  },
  'environment-not-set-up': {
    type: NotAllowedError,
    message:
      'The environment "{environment}" is not set up at "{path}": there is no {file} in a folder above it. Use a folder that the environment has already, or ask the owners of the repository to set it up.',
  },
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
  'unit-not-found': {
    type: NotFoundError,
    message:
      'There is no unit of a vetted module in "{path}" of "{repoUrl}". Choose one of the list of units.',
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
  'terraform-file-not-allowed': {
    type: NotAllowedError,
    message:
      'The file "{path}" is not allowed with plain Terraform in "{folder}": only .tf files that call modules are, none of them an override, and "README.md" beside them. Remove the file.',
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
  'change-secret-found': {
    type: InputError,
    message:
      'The change would write what looks like a secret, {what}, to "{path}", line {line}. Keep it in the secret store, and give a reference to it.',
    cause: 'Lines that a change adds are scanned for secrets.',
    remedy:
      'Take the secret out, and replace it wherever it is used: it has been sent here in plain text.',
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
  'target-mismatch': {
    type: InputError,
    message:
      'The request says {field} "{expected}", but "{path}" belongs to {field} "{actual}". What counts is the path and the content of the files; correct the one or the other.',
  },
  'policy-denied': {
    type: NotAllowedError,
    message: '{message}',
    cause:
      'The ownership policy refuses; the message names the rule, its line and whom to ask, on a line for each target.',
    remedy: 'Ask the team that is named, or have the policy changed.',
  },
  'permission-denied': {
    type: NotAllowedError,
    message:
      'The ownership policy allows it, but the company\'s own permission policy refuses "{permission}" on "{targetRef}" to "{userRef}"{others}. Ask whoever keeps the permission policy of this portal, or the owners of the environment: {owners}.',
    cause:
      'A permission policy that the company has installed, such as RBAC, refuses; what it decides by is known to it alone.',
    remedy:
      'Have the permission granted on the target, or ask somebody who holds it.',
  },
  'file-exists': {
    type: ConflictError,
    message:
      'The file "{path}" exists in "{repoUrl}" already, with another content. Choose another name, or change it by an action that says so.',
  },
  'limit-reached': {
    type: NotAllowedError,
    message: '{message} ("{path}")',
    cause:
      "One of the ownership policy's limits: the message names it, its line, what is counted and whom to ask.",
    remedy: 'Remove one, or ask the team that is named.',
  },
  'file-missing': {
    type: InputError,
    message:
      'The file "{path}" is to be removed from "{repoUrl}" and is not there. Take it out of the change.',
  },
  'nothing-to-change': {
    type: InputError,
    message:
      'The repository "{repoUrl}" holds all of these files already as they are. There is nothing to change.',
  },
  'branch-gone': {
    type: ConflictError,
    message:
      'The branch "{branch}" of the request is gone from the repository. Cancel the request and make a new one.',
  },
  'branch-file-refused': {
    type: NotAllowedError,
    message:
      'On the branch "{branch}", "{path}" is a link or a submodule, and only files can be changed. Take it off the branch.',
  },
  'change-outside-target': {
    type: NotAllowedError,
    message:
      'The branch changes "{resource}", and this request is about {known}. Take the commit off the branch, or ask for it in a request of its own.',
  },
  'revision-outside-target': {
    type: NotAllowedError,
    message:
      'The revision changes "{resource}", and this request is about {known}. Only its requester may ask for something else in it; keep to it, or make a request of your own.',
  },
  'base-moved': {
    type: ConflictError,
    message:
      'The files were made for commit "{baseSha}", but "{branch}" is at "{tip}" now. Make them again from there.',
  },
  'base-unknown': {
    type: ServiceUnavailableError,
    message:
      'The branch "{branch}" of "{repoUrl}" has no commit. Ask the owners of the repository.',
  },
  'report-unauthenticated': {
    type: AuthenticationError,
    message:
      'This report comes without a token that is good for it: report tokens are of one request and one attempt, and end. Get a new one at "/report/token".',
  },
  'report-subject-refused': {
    type: NotAllowedError,
    message:
      '"{subject}" may not report. For a static token, name its subject in selfService.report.subjects as Backstage knows it, with "external:" before it ("external:demo-runner" for the subject "demo-runner" of backend.auth.externalAccess), or report with a token of "/report/token".',
  },
  'report-token-refused': {
    type: AuthenticationError,
    message:
      'The token is not accepted, or no merged change of its repository and commit waits for a report. See that its issuer and audience are those of selfService.report.issuers; just after a merge, try again for a minute.',
    cause:
      'Signature, issuer, audience, time, repository or commit; which of them is told to nobody but the log of the portal.',
  },
  'report-issuer-unavailable': {
    type: ServiceUnavailableError,
    message:
      'The keys of "{issuer}" cannot be had now, so its token cannot be looked at. Try again in a minute.',
  },
  'report-invalid': {
    type: InputError,
    message:
      'The report is not in its form: {problems}. Correct it and send it again.',
  },
  'report-attempt-over': {
    type: ConflictError,
    message:
      'The report is of attempt {attempt}, and request #{number} is at attempt {current}. Stop; what an earlier attempt reports counts no more.',
  },
  'report-not-expected': {
    type: ConflictError,
    message:
      'Request #{number} waits for no report: {reason}. Nothing was kept of it.',
  },
  'report-log-full': {
    type: ConflictError,
    message:
      'The log of request #{number} has {limit} lines, and that is the most. Link to the log of the pipeline.',
  },
} as const satisfies ErrorCatalogue;

/** @public */
export type SelfServiceErrorCode = keyof typeof SELF_SERVICE_ERRORS;

/** @public */
export type SelfServiceError = CodedError<SelfServiceErrorCode>;

export const selfServiceError = defineErrors(SELF_SERVICE_ERRORS);

/** The words of any thrown thing. */
export function wordsOf(error: unknown): string {
  return isError(error) ? error.message : String(error);
}
