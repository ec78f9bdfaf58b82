// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { isUtf8 } from 'node:buffer';
import { lstat, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { checkPath } from '@fairway/git-host';
import { actionError } from '../errors';

/**
 * Text of a file of the workspace, undefined where there is none.
 *
 * @throws InputError `git-path-invalid`, `workspace-not-a-file`, `workspace-not-text`; NotAllowedError for a path that leaves the workspace
 */
export async function readText(
  workspacePath: string,
  path: string,
): Promise<string | undefined> {
  const file = await plainFile(workspacePath, path).catch(error => {
    // Below a file there is none.
    if (isError(error) && error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  if (!file?.exists) return undefined;
  const bytes = await readFile(file.name);
  if (!isUtf8(bytes)) throw actionError('workspace-not-text', { path });
  return bytes.toString('utf8');
}

/** Writes a file of the workspace, over the one that is there; throws as `readText` does. */
export async function writeText(
  workspacePath: string,
  path: string,
  content: string,
): Promise<void> {
  const { name } = await plainFile(workspacePath, path);
  await mkdir(dirname(name), { recursive: true });
  await writeFile(name, content);
}

/** Takes a file out of the workspace; throws as `readText` does. */
export async function removeFile(
  workspacePath: string,
  path: string,
): Promise<void> {
  const { name } = await plainFile(workspacePath, path);
  await rm(name, { force: true });
}

/** No link on the way, no folder at the end: another step may have made either. */
async function plainFile(
  workspacePath: string,
  path: string,
): Promise<{ name: string; exists: boolean }> {
  checkPath(path);
  const name = resolveSafeChildPath(workspacePath, path);
  const segments = path.split('/');
  for (const [index] of segments.entries()) {
    const part = join(workspacePath, ...segments.slice(0, index + 1));
    const stat = await lstat(part).catch(error => {
      if (isError(error) && error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (!stat) return { name, exists: false };
    const isLast = index === segments.length - 1;
    if (isLast ? !stat.isFile() : !stat.isDirectory()) {
      throw actionError('workspace-not-a-file', {
        path: segments.slice(0, index + 1).join('/'),
        what: stat.isSymbolicLink() ? 'a symbolic link' : 'no file',
      });
    }
  }
  return { name, exists: true };
}
