// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Trouble } from './trouble.mjs';
import { isAtLeast, parseVersion } from './versions.mjs';

export const MINIMUM_GIT = '2.38.0';

const REMEDY =
  'Install git 2.38 or newer (https://git-scm.com/downloads), see that it is on the PATH, and run this again.';

/** Refuses to go on without a git that has `merge-tree --write-tree`. */
export async function requireGit({ git = 'git' } = {}) {
  let printed;
  try {
    printed = (await promisify(execFile)(git, ['--version'])).stdout;
  } catch {
    throw new Trouble('git was not found.', REMEDY);
  }
  if (!isAtLeast(printed, MINIMUM_GIT)) {
    throw new Trouble(
      `git ${parseVersion(printed)?.join('.') ?? printed.trim()} is too old.`,
      REMEDY,
    );
  }
}
