// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  NotImplementedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  type CodedError,
  defineErrors,
  type ErrorCatalogue,
  isCodedError,
} from '@fairway/errors';

/** Every error of this package by its stable code. @public */
export const GIT_HOST_ERRORS = {
  'git-repo-url-invalid': {
    type: InputError,
    message:
      '"{value}" is not a repository URL: {reason}. Write it as host?owner=name&repo=name, for example local?owner=acme&repo=infrastructure-live.',
  },
  'git-repository-not-configured': {
    type: NotAllowedError,
    message:
      'The repository "{repository}" is not named in the configuration, so it is neither read nor written. Ask whoever runs the portal to add it.',
  },
  'git-host-not-configured': {
    type: InputError,
    message:
      'The repository "{repository}" is on the host "{host}", for which no Git host is set up. Correct its repoUrl or add the host.',
  },
  'git-repository-not-found': {
    type: NotFoundError,
    message:
      'There is no repository at "{repository}". Create it, or correct the configuration.',
  },
  'git-repository-taken': {
    type: ConflictError,
    message:
      'There is a repository at "{repository}" already, and it {reason}; nothing was written. Choose another name, or change what it holds by a pull request.',
    cause:
      'A repository of its own begins with one commit of ours, and what others have begun is never written over.',
  },
  'git-path-invalid': {
    type: InputError,
    message:
      'The path "{path}" cannot be used: it {reason}. Use a relative path with "/", for example live/acme/unit/main.tf.',
  },
  'git-path-duplicate': {
    type: InputError,
    message:
      'The path "{path}" is in the change twice. Give each file only once.',
  },
  'git-path-case-collision': {
    type: InputError,
    message:
      'The path "{path}" differs only by case from "{existing}", and the two cannot be kept apart on every computer. Use the spelling that is there, or another name.',
  },
  'git-path-type-conflict': {
    type: InputError,
    message:
      'The path "{path}" cannot be changed: "{existing}" {reason}. Choose another path, or ask whoever owns the repository.',
  },
  'git-delete-missing': {
    type: NotFoundError,
    message:
      'The path "{path}" cannot be deleted: there is no such file at commit "{commit}". Read the repository again and correct the path.',
  },
  'git-change-empty': {
    type: InputError,
    message:
      'The change for "{branch}" has no files. Give at least one file to write or delete.',
  },
  'git-change-too-many-files': {
    type: InputError,
    message:
      'The change has "{count}" files and may have {limit}. Split it into several changes.',
  },
  'git-change-too-large': {
    type: InputError,
    message:
      'The change has "{size}" bytes and may have {limit}. Split it into several changes.',
  },
  'git-file-too-large': {
    type: InputError,
    message:
      'The file "{path}" has "{size}" bytes and may have {limit}. Make it smaller, or keep it outside of Git.',
  },
  'git-content-invalid': {
    type: InputError,
    message:
      'The content of "{path}" is not well-formed text, and writing it would alter it. Give it as bytes.',
  },
  'git-text-invalid': {
    type: InputError,
    message:
      'The {field} "{value}" cannot be written to Git: it {reason}. Correct it and try again.',
  },
  'git-ref-invalid': {
    type: InputError,
    message:
      'The branch or reference "{ref}" cannot be used: it {reason}. Use letters, digits and . _ - /, for example fairway/payments-db.',
  },
  'git-ref-not-found': {
    type: NotFoundError,
    message:
      'There is no branch, tag or commit "{ref}" in "{repository}". Correct the name, or push it first.',
  },
  'git-ref-ambiguous': {
    type: ConflictError,
    message:
      'There are both a branch and a tag "{ref}", and they differ. Write refs/heads/{ref} or refs/tags/{ref}.',
    cause: 'A branch and a tag have one name.',
  },
  'git-branch-protected': {
    type: InputError,
    message:
      'The branch "{branch}" is the base branch and is never written directly. Choose a branch of its own for the change.',
  },
  'git-branch-name-taken': {
    type: ConflictError,
    message:
      'The branch "{branch}" cannot be made: another branch has a part of its name as its own. Choose another name.',
    cause:
      'Git keeps branches like files in folders: beside `fairway/db` there cannot be `fairway/db/replica`.',
  },
  'git-path-changed': {
    type: ConflictError,
    message:
      'The path "{path}" was changed on "{branch}" since it was read at "{baseSha}". Read it again, make the change anew and try again; nothing was written.',
    cause:
      'Somebody else changed the file, on the branch or on the base branch, between the reading and the writing.',
    remedy: 'Propose the change again: it is made from the present files.',
  },
  'git-nothing-to-merge': {
    type: ConflictError,
    message:
      'The branch "{branch}" has nothing that "{baseBranch}" does not have already. Commit to it before opening a change.',
  },
  'git-not-supported': {
    type: NotImplementedError,
    message: 'A Git host of the kind "{host}" has no {feature}. {advice}',
    cause: 'Not every Git host can do everything.',
    remedy:
      'Ask the `capabilities` of the host first, and use another host where it is needed.',
  },
  'git-change-not-found': {
    type: NotFoundError,
    message:
      'There is no change "{number}" in "{repository}". Correct its number, or open it first.',
  },
  'git-change-closed': {
    type: ConflictError,
    message:
      'The change "{number}" of the branch "{branch}" is closed, so it is not merged. Open a new change for the branch.',
    cause: 'It was closed without merging it, or its branch was deleted.',
  },
  'git-change-merged': {
    type: ConflictError,
    message:
      'The change "{number}" of the branch "{branch}" is merged already, so it cannot be closed. To take it back, propose a change that reverts it.',
  },
  'git-change-moved': {
    type: ConflictError,
    message:
      'The branch "{branch}" is at "{headSha}" and not at "{wanted}", which was to be merged; nothing was merged. Look at what was added, and decide again.',
    cause: 'Somebody pushed to the branch after it was decided about.',
  },
  'git-merge-conflict': {
    type: ConflictError,
    message:
      'The branch "{branch}" cannot be merged into "{baseBranch}": both changed {paths}. Make the change anew from the present files; nothing was merged.',
    cause: 'The base branch was changed in the same places meanwhile.',
  },
  'git-merge-blocked': {
    type: ConflictError,
    message:
      'The host does not merge the change "{number}" yet: {reason}. Do what it asks for, and merge again.',
    cause: 'A rule of the host: a review or a check is missing.',
  },
  'git-histories-unrelated': {
    type: ConflictError,
    message:
      '"{base}" and "{head}" have no commit in common, so they are neither compared nor merged. Start the branch from the base branch.',
  },
  'git-commit-mismatch': {
    type: ConflictError,
    message:
      'Git did not write what was asked for at "{path}", so the commit was thrown away. Report this with the path.',
    cause:
      'What git stored is not what was asked for; every commit is read back before its branch moves.',
  },
  'git-busy': {
    type: ConflictError,
    message:
      'Others kept changing "{ref}" for {attempts} attempts; nothing was written. Try again.',
    cause: 'Many commits to one branch at once.',
  },
  'git-missing': {
    type: ServiceUnavailableError,
    message:
      'The program "{executable}" could not be started. Install git 2.38 or newer and make sure that it is on the PATH.',
  },
  'git-too-old': {
    type: ServiceUnavailableError,
    message:
      'The installed git is "{version}", and 2.38 or newer is needed. Update git.',
  },
  'git-failed': {
    type: ServiceUnavailableError,
    message:
      'git {command} failed in "{repository}": {reason}. Look at the repository, and try again.',
    cause:
      'For example a full disk, missing rights in the folder of the repository, or a damaged repository.',
    remedy: 'Run `git fsck` in the repository.',
  },
  'git-host-refused': {
    type: NotAllowedError,
    message:
      'The Git host "{host}" refused "{request}": {reason}. Give the token or app of the integration the rights that it needs, or do what the host asks for.',
    cause:
      'The token or app of the integration has not the right to do it, or a rule of the host forbids it.',
  },
  'git-workflow-not-found': {
    type: NotFoundError,
    message:
      'There is no workflow "{workflow}" in "{repository}" that can be started, or the token or app of the integration may not see it. Add it with the trigger "workflow_dispatch" to the default branch, or correct its name in the configuration.',
  },
  'git-host-limited': {
    type: ServiceUnavailableError,
    message:
      'The Git host "{host}" takes no more requests for "{seconds}" seconds. Try again after that.',
    cause:
      'The rate limit of the token or app of the integration is used up; a GitHub App has a limit of its own.',
  },
  'git-host-unavailable': {
    type: ServiceUnavailableError,
    message:
      'The Git host "{host}" did not answer "{request}": {reason}. Try again in a moment; what was done already is found again.',
  },
} as const satisfies ErrorCatalogue;

/** @public */
export type GitHostErrorCode = keyof typeof GIT_HOST_ERRORS;

/** @public */
export type GitHostError = CodedError<GitHostErrorCode>;

/** Makes an error of the catalogue. */
export const gitHostError = defineErrors(GIT_HOST_ERRORS);

/** Whether an error is of this package's catalogue, and of the given code. @public */
export function isGitHostError(
  error: unknown,
  code?: GitHostErrorCode,
): error is GitHostError {
  return (
    isCodedError(error, GIT_HOST_ERRORS) &&
    (code === undefined || error.code === code)
  );
}
