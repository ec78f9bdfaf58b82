// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';

/** One entry of the catalogue: its class and its message with `{name}` for values. @public */
export interface GitHostErrorDefinition {
  /** A class of `@backstage/errors`: it decides the HTTP status. */
  type: new (message: string, cause?: Error) => Error;
  /** What happened, with the value in quotes, and the next step. */
  message: string;
}

/** Every error of this package by its stable code. @public */
export const GIT_HOST_ERRORS = {
  GIT_REPO_URL_INVALID: {
    type: InputError,
    message:
      '"{value}" is not a repository URL: {reason}. Write it as host?owner=name&repo=name, for example local?owner=acme&repo=infrastructure-live.',
  },
  GIT_REPOSITORY_NOT_CONFIGURED: {
    type: NotAllowedError,
    message:
      'The repository "{repository}" is not named in the configuration, so it is neither read nor written. Ask whoever runs the portal to add it.',
  },
  GIT_HOST_NOT_CONFIGURED: {
    type: InputError,
    message:
      'The repository "{repository}" is on the host "{host}", for which no Git host is set up. Correct its repoUrl or add the host.',
  },
  GIT_REPOSITORY_NOT_FOUND: {
    type: NotFoundError,
    message:
      'There is no repository at "{repository}". Create it, or correct the configuration.',
  },
  GIT_PATH_INVALID: {
    type: InputError,
    message:
      'The path "{path}" cannot be used: it {reason}. Use a relative path with "/", for example live/acme/unit/main.tf.',
  },
  GIT_PATH_DUPLICATE: {
    type: InputError,
    message:
      'The path "{path}" is in the change twice. Give each file only once.',
  },
  GIT_PATH_CASE_COLLISION: {
    type: InputError,
    message:
      'The path "{path}" differs only by case from "{existing}", and the two cannot be kept apart on every computer. Use the spelling that is there, or another name.',
  },
  GIT_PATH_TYPE_CONFLICT: {
    type: InputError,
    message:
      'The path "{path}" cannot be changed: "{existing}" {reason}. Choose another path, or ask whoever owns the repository.',
  },
  GIT_DELETE_MISSING: {
    type: NotFoundError,
    message:
      'The path "{path}" cannot be deleted: there is no such file at commit "{commit}". Read the repository again and correct the path.',
  },
  GIT_CHANGE_EMPTY: {
    type: InputError,
    message:
      'The change for "{branch}" has no files. Give at least one file to write or delete.',
  },
  GIT_CHANGE_TOO_MANY_FILES: {
    type: InputError,
    message:
      'The change has "{count}" files and may have {limit}. Split it into several changes.',
  },
  GIT_CHANGE_TOO_LARGE: {
    type: InputError,
    message:
      'The change has "{size}" bytes and may have {limit}. Split it into several changes.',
  },
  GIT_FILE_TOO_LARGE: {
    type: InputError,
    message:
      'The file "{path}" has "{size}" bytes and may have {limit}. Make it smaller, or keep it outside of Git.',
  },
  GIT_CONTENT_INVALID: {
    type: InputError,
    message:
      'The content of "{path}" is not well-formed text, and writing it would alter it. Give it as bytes.',
  },
  GIT_TEXT_INVALID: {
    type: InputError,
    message:
      'The {field} "{value}" cannot be written to Git: it {reason}. Correct it and try again.',
  },
  GIT_REF_INVALID: {
    type: InputError,
    message:
      'The branch or reference "{ref}" cannot be used: it {reason}. Use letters, digits and . _ - /, for example fairway/payments-db.',
  },
  GIT_REF_NOT_FOUND: {
    type: NotFoundError,
    message:
      'There is no branch, tag or commit "{ref}" in "{repository}". Correct the name, or push it first.',
  },
  GIT_REF_AMBIGUOUS: {
    type: ConflictError,
    message:
      'There are both a branch and a tag "{ref}", and they differ. Write refs/heads/{ref} or refs/tags/{ref}.',
  },
  GIT_BRANCH_PROTECTED: {
    type: InputError,
    message:
      'The branch "{branch}" is the base branch and is never written directly. Choose a branch of its own for the change.',
  },
  GIT_BRANCH_NAME_TAKEN: {
    type: ConflictError,
    message:
      'The branch "{branch}" cannot be made: another branch has a part of its name as its own. Choose another name.',
  },
  GIT_PATH_CHANGED: {
    type: ConflictError,
    message:
      'The path "{path}" was changed on "{branch}" since it was read at "{baseSha}". Read it again, make the change anew and try again; nothing was written.',
  },
  GIT_NOTHING_TO_MERGE: {
    type: ConflictError,
    message:
      'The branch "{branch}" has nothing that "{baseBranch}" does not have already. Commit to it before opening a change.',
  },
  GIT_COMMIT_MISMATCH: {
    type: ConflictError,
    message:
      'Git did not write what was asked for at "{path}", so the commit was thrown away. Report this with the path.',
  },
  GIT_BUSY: {
    type: ConflictError,
    message:
      'Others kept changing "{ref}" for {attempts} attempts; nothing was written. Try again.',
  },
  GIT_MISSING: {
    type: ServiceUnavailableError,
    message:
      'The program "{executable}" could not be started. Install git 2.38 or newer and make sure that it is on the PATH.',
  },
  GIT_TOO_OLD: {
    type: ServiceUnavailableError,
    message:
      'The installed git is "{version}", and 2.38 or newer is needed. Update git.',
  },
  GIT_FAILED: {
    type: ServiceUnavailableError,
    message:
      'git {command} failed in "{repository}": {reason}. Look at the repository, and try again.',
  },
} as const satisfies Record<string, GitHostErrorDefinition>;

/** @public */
export type GitHostErrorCode = keyof typeof GIT_HOST_ERRORS;

/** @public */
export type GitHostError = Error & { code: GitHostErrorCode };

const LONGEST_VALUE = 200;

/** Values come from outside: they are shown short and with nothing invisible in them. */
function display(value: string | number): string {
  const characters = Array.from(String(value));
  const short =
    characters.length > LONGEST_VALUE
      ? `${characters.slice(0, LONGEST_VALUE).join('')}… (${
          characters.length
        } characters)`
      : characters.join('');
  return short.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    character => `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );
}

/** Makes an error of the catalogue. */
export function gitHostError(
  code: GitHostErrorCode,
  values: Record<string, string | number>,
  cause?: unknown,
): GitHostError {
  const { type: ErrorType, message } = GIT_HOST_ERRORS[code];
  const text = message.replace(/\{(\w+)\}/g, (placeholder, name) =>
    Object.hasOwn(values, name) ? display(values[name]) : placeholder,
  );
  return Object.assign(
    new ErrorType(text, cause instanceof Error ? cause : undefined),
    { code },
  );
}

/** Whether an error is of this package's catalogue, and of the given code. @public */
export function isGitHostError(
  error: unknown,
  code?: GitHostErrorCode,
): error is GitHostError {
  const found =
    error instanceof Error && 'code' in error ? error.code : undefined;
  return (
    typeof found === 'string' &&
    Object.hasOwn(GIT_HOST_ERRORS, found) &&
    (code === undefined || found === code)
  );
}
