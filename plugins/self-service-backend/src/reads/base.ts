// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { GitHost, RepositoryRef, TreeEntry } from '@fairway/git-host';
import { selfServiceError } from '../errors';

/** A repository at the tip of its default branch. */
export interface Base {
  host: GitHost;
  repository: RepositoryRef;
  branch: string;
  sha: string;
  tree: TreeEntry[];
  protectedGlobs: string[];
}

/** Links and submodules are no files. */
export function filesOf({ tree }: Base): string[] {
  return tree
    .filter(({ mode }) => mode.startsWith('100'))
    .map(({ path }) => path);
}

/** The files below a folder; the path itself where it is none. */
export function inFolder(path: string, base: Base): string[] {
  const below = filesOf(base).filter(file => file.startsWith(`${path}/`));
  return below.length > 0 ? below : [path];
}

/** Whether a unit below `folder` may read a shared file: it lies in a folder above it, or in one such as `_envcommon` there. */
export function isAbove(path: string, folder: string): boolean {
  const segments = path.split('/').slice(0, -1);
  const hidden = segments.findIndex(segment => segment.startsWith('_'));
  const parent = segments.slice(0, hidden === -1 ? undefined : hidden);
  return parent.length === 0 || `${folder}/`.startsWith(`${parent.join('/')}/`);
}

export function withoutTarget(path: string, repo: string) {
  return selfServiceError('path-without-target', {
    path,
    repo,
    problem:
      'it is no file of a unit or service, nor shared by one of those that are read with it',
  });
}
