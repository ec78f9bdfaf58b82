// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { actionError } from '../errors';

/**
 * Writes a file that is not there yet, inside of the workspace.
 *
 * @throws InputError `workspace-file-exists`, NotAllowedError for a path that leaves the workspace
 */
export async function writeNewFile(options: {
  workspacePath: string;
  path: string;
  content: string;
}): Promise<void> {
  const { workspacePath, path, content } = options;
  const file = resolveSafeChildPath(workspacePath, path);
  await mkdir(dirname(file), { recursive: true });
  try {
    // Fails on anything that is there, a symbolic link too.
    await writeFile(file, content, { flag: 'wx' });
  } catch (error) {
    if (isError(error) && error.code === 'EEXIST') {
      throw actionError('workspace-file-exists', { path });
    }
    throw error;
  }
}
