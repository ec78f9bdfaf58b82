// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  ConflictError,
  InputError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { ErrorCatalogue } from '@fairway/errors';

/** What a change meets in the repository. */
export const BRANCH_ERRORS = {
  'file-exists': {
    type: ConflictError,
    message:
      'The file "{path}" exists in "{repoUrl}" already, with another content. Choose another name, or change it by an action that says so.',
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
} as const satisfies ErrorCatalogue;
