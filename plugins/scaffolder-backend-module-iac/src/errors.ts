// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  ConflictError,
  InputError,
  isError,
  NotAllowedError,
  NotFoundError,
  type ResponseError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { defineErrors, type ErrorCatalogue } from '@fairway/errors';

/**
 * Every error of these actions by its stable code; the refusals of the self-service backend keep theirs.
 *
 * @public
 */
export const IAC_ACTION_ERRORS = {
  'user-required': {
    type: NotAllowedError,
    message:
      'The action "{action}" acts for a person, and this task was started by none. Start it signed in.',
  },
  'workspace-empty': {
    type: InputError,
    message:
      'The workspace of the task "{taskId}" holds no files, so there is nothing to propose. Write files in an earlier step; after a recovery without its workspace, start a new task.',
  },
  'workspace-file-exists': {
    type: InputError,
    message:
      'The file "{path}" is in the workspace already. Give each unit a folder of its own.',
  },
  'workspace-file-missing': {
    type: NotFoundError,
    message:
      'The file "{path}" is neither in the workspace nor in the repository. Correct the path, or name the repository as repoUrl.',
  },
  'workspace-unchanged': {
    type: InputError,
    message:
      'Every file that the task "{taskId}" has read is as it was, so there is nothing to propose. Give a value that differs from what is there.',
  },
  'workspace-path-taken': {
    type: ConflictError,
    message:
      'The file "{path}" exists in the repository already, with another content, and this task has not read it. Choose another name, or read it with git:change:begin first.',
  },
  'change-base-changed': {
    type: ConflictError,
    message:
      'Somebody changed "{path}" on "{baseBranch}" since this task read it. Start the task again, so that nothing of theirs is lost.',
  },
  'change-not-alone': {
    type: InputError,
    message:
      'The change removes the unit "{folder}" and writes "{path}" too. What is destroyed is a change of its own: propose it in a task of its own.',
  },
  'change-ended': {
    type: ConflictError,
    message:
      'The request "{changeId}" has ended, so it cannot be revised. Propose a new one, or let the step say onClosed: new.',
  },
  'change-branch-exists': {
    type: ConflictError,
    message:
      'The request "{changeId}" has its branch and pull request already, and the step says onBranchExists: fail. Let it append, or wait until that one is merged.',
  },
  'module-not-vetted': {
    type: NotFoundError,
    message:
      'The source "{source}" is that of no vetted module. Use one that the portal lists under its modules.',
  },
  'module-not-named': {
    type: InputError,
    message:
      'The step names no module, or names it twice. Give moduleRef or source.',
  },
  'module-without-version': {
    type: NotFoundError,
    message:
      'The module "{name}" has no approved version. Ask its owners to approve one.',
  },
  'unit-missing': {
    type: NotFoundError,
    message:
      'There is no unit at "{path}". Correct the path: the folder of a terragrunt.hcl; the folder of a stack with the path of its unit; or the folder of a .tf file with the name of a module.',
  },
  'unit-in-file': {
    type: InputError,
    message:
      'What is at "{path}" is no single unit: the file "{file}" makes {units}. Name one of these.',
  },
  'unit-version-unknown': {
    type: ConflictError,
    message:
      'Which version of a module "{path}" takes cannot be told without running it: {reason}. Change it by hand.',
  },
  'unit-version-shared': {
    type: ConflictError,
    message:
      'The version of "{path}" is written in "{shared}", line {line}, which other units read too. Ask the owners of that file, or give the unit a version of its own.',
  },
  'upgrade-answers-missing': {
    type: InputError,
    message:
      'The version asks for inputs that "{path}" does not give: {inputs}. Give them in answers.',
  },
  'upgrade-answers-unknown': {
    type: InputError,
    message:
      'The module of "{path}" has no such inputs at that version, or the template of the stack takes none for them: {inputs}. Take them out of answers.',
  },
  'input-secret': {
    type: InputError,
    message:
      'The module says that these inputs are sensitive: {inputs}. A value in Git is no secret; give a reference in secretInputs.',
  },
  'stack-unit-without-source': {
    type: InputError,
    message:
      'The unit "{unitName}" of the stack has no source. Give the source of its template, or state: absent to take it out.',
  },
  'validation-failed': {
    type: InputError,
    message: '{problems}',
    cause:
      'Rules of `iac:validate` were not kept, or an engine that was asked for did not run; each is on a line of its own.',
    remedy:
      'Correct what the lines name; `failOn: never` lets the step put out what it found.',
  },
  'rego-not-configured': {
    type: ServiceUnavailableError,
    message:
      'No Rego policy is configured. Name a compiled bundle in selfService.validation.rego.bundle, or leave the engine "rego" out.',
  },
  'rego-not-run': {
    type: ServiceUnavailableError,
    message:
      'The Rego policy "{bundle}" did not answer: {problem}. Ask whoever runs the portal to correct selfService.validation.rego or the bundle.',
  },
  'secret-reference-invalid': {
    type: InputError,
    message:
      'The secret input "{input}" is "{reference}", which is no reference to a dependency of this unit. Write it as dependency.<name>.outputs.<output>, and name the dependency under dependencies.',
  },
  'destroy-not-confirmed': {
    type: InputError,
    message:
      'The name "{given}" is not that of the unit, "{name}". Type the name of what is to be destroyed.',
  },
  'unit-has-dependents': {
    type: ConflictError,
    message:
      'The unit "{path}" is needed by others: {dependents}. Remove or change them first, or say allowDependents.',
  },
  'secret-found': {
    type: InputError,
    message:
      'The change would write what looks like a secret, {what}, to "{path}", line {line}. Keep it in the secret store, and give a reference to it.',
  },
  'workspace-state-invalid': {
    type: InputError,
    message:
      'The notes "{path}" in the workspace, about what was read, cannot be read. Let no step write that file.',
  },
  'change-other-repository': {
    type: InputError,
    message:
      'The step is about the repository "{repoUrl}", and the change about "{known}". Use one repository in a task, or a task for each.',
  },
  'change-base-moved': {
    type: ConflictError,
    message:
      'The branch "{baseBranch}" has moved while this task was reading it. Start the task again.',
  },
  'target-branch-not-default': {
    type: InputError,
    message:
      'The branch "{targetBranchName}" is not the default branch, "{baseBranch}", and changes are proposed to that one alone. Leave targetBranchName out.',
  },
  'workspace-not-a-file': {
    type: InputError,
    message:
      'The workspace holds "{path}", which is {what}. Only plain files can be proposed; remove it.',
  },
  'workspace-not-text': {
    type: InputError,
    message:
      'The file "{path}" of the workspace is not UTF-8 text. Only text files can be proposed; remove it.',
  },
  'workspace-file-too-large': {
    type: InputError,
    message:
      'The file "{path}" of the workspace has {size} bytes and {limit} are the most. Make it smaller.',
  },
  'workspace-too-many-files': {
    type: InputError,
    message:
      'The workspace holds more than {limit} files, the most that one change may have. Split it into several changes.',
  },
  'pull-request-not-open': {
    type: ServiceUnavailableError,
    message:
      'Request {number} is submitted, but its pull request is not open: {problem}. Open the request in the portal; running this step again makes nothing twice.',
  },
} as const satisfies ErrorCatalogue;

/** @public */
export type IacActionErrorCode = keyof typeof IAC_ACTION_ERRORS;

export const actionError = defineErrors(IAC_ACTION_ERRORS);

/**
 * Runs a call of the self-service backend; what it refuses comes out in the backend's own words, since the task log shows
 * the message alone: which rule, which line, whom to ask.
 */
export async function inBackendsWords<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!isError(error) || error.name !== 'ResponseError') throw error;
    const { cause } = error as unknown as ResponseError;
    throw Object.assign(new Error(cause.message), {
      name: cause.name,
      ...('code' in cause && { code: cause.code }),
    });
  }
}
