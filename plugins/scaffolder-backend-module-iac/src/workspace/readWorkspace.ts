// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { isUtf8 } from 'node:buffer';
import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CHANGE_LIMITS } from '@fairway/backstage-plugin-self-service-common';
import { actionError } from '../errors';
import { STATE_FILE } from './changeState';

/** A text file of the workspace. */
export interface WorkspaceFile {
  path: string;
  content: string;
}

/**
 * Every file of a task's workspace but our own notes, hidden ones too: what is left out here would be neither decided about nor shown.
 *
 * @throws InputError `workspace-not-a-file`, `workspace-not-text`, `workspace-file-too-large`,
 * `workspace-too-many-files`
 */
export async function readWorkspace(options: {
  workspacePath: string;
  signal?: AbortSignal;
}): Promise<WorkspaceFile[]> {
  const { workspacePath, signal } = options;
  const files: WorkspaceFile[] = [];
  for await (const path of walk(workspacePath, '')) {
    signal?.throwIfAborted();
    if (path === STATE_FILE) continue;
    if (files.length === CHANGE_LIMITS.files) {
      throw actionError('workspace-too-many-files', {
        limit: CHANGE_LIMITS.files,
      });
    }
    files.push({ path, content: await readText(workspacePath, path) });
  }
  return files;
}

async function* walk(root: string, folder: string): AsyncGenerator<string> {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  for (const entry of entries.sort(byName)) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      yield* walk(root, path);
    } else if (entry.isFile()) {
      yield path;
    } else {
      throw actionError('workspace-not-a-file', {
        path,
        what: entry.isSymbolicLink() ? 'a symbolic link' : 'no file',
      });
    }
  }
}

function byName(one: Dirent, other: Dirent): number {
  return one.name < other.name ? -1 : 1;
}

async function readText(root: string, path: string): Promise<string> {
  const file = join(root, path);
  const { size } = await stat(file);
  if (size > CHANGE_LIMITS.fileBytes) {
    throw actionError('workspace-file-too-large', {
      path,
      size,
      limit: CHANGE_LIMITS.fileBytes,
    });
  }
  const bytes = await readFile(file);
  if (!isUtf8(bytes)) throw actionError('workspace-not-text', { path });
  return bytes.toString('utf8');
}
