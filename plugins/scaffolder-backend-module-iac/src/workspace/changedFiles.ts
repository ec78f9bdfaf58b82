// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ChangeFile } from '@fairway/backstage-plugin-self-service-common';
import { actionError } from '../errors';
import { type ChangeState, hashOf, readState } from './changeState';
import { readWorkspace } from './readWorkspace';

/** What of the workspace is another than at the base. */
export interface WorkspaceChange {
  files: ChangeFile[];
  /** Of those, the paths that were read: the others are new, as far as the task knows. */
  known: string[];
  /** Undefined for a task that has read nothing. */
  state?: ChangeState;
}

/**
 * @throws InputError `workspace-empty`, `workspace-unchanged`, and what `readWorkspace` throws
 */
export async function changedFiles(options: {
  workspacePath: string;
  taskId: string;
  signal?: AbortSignal;
}): Promise<WorkspaceChange> {
  const { workspacePath, taskId, signal } = options;
  const state = await readState(workspacePath);
  const there = await readWorkspace({ workspacePath, signal });
  const base = state?.files ?? {};
  const written = there.filter(
    ({ path, content }) => base[path] !== hashOf(content),
  );
  const gone = Object.keys(base).filter(
    path => !there.some(file => file.path === path),
  );
  const files: ChangeFile[] = [
    ...written,
    ...gone.map(path => ({ path, delete: true as const })),
  ];
  if (files.length === 0) {
    throw state
      ? actionError('workspace-unchanged', { taskId })
      : actionError('workspace-empty', { taskId });
  }
  return {
    files,
    known: files.map(({ path }) => path).filter(path => path in base),
    state,
  };
}
