// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { GitHost, RepositoryRef, TreeEntry } from '@fairway/git-host';
import type { Resource } from '../resources/ResourceStore';

/** A repository at its tip. */
export interface Head {
  repoUrl: string;
  host: GitHost;
  repository: RepositoryRef;
  sha: string;
  tree: TreeEntry[];
}

/** How the files of a resource differ from those that its last change left. */
export type Difference =
  | { kind: 'none' }
  | { kind: 'removed' | 'changed'; paths: string[] };

/**
 * Compares a resource with the commit of its last change, by the ids of the files. Of something in a file that others
 * are in as well, a stack's unit or a call of a module, it is only known whether the file is there: a change of one of
 * them changes the file of all.
 */
export async function compareResource(
  resource: Resource,
  { host, repository, sha, tree }: Head,
): Promise<Difference> {
  const { file, path, mergeSha } = resource;
  if (file !== undefined) {
    return tree.some(entry => entry.path === file)
      ? { kind: 'none' }
      : { kind: 'removed', paths: [file] };
  }
  if (mergeSha === sha) return { kind: 'none' };
  const was = await host.readTree(repository, { ref: mergeSha, under: path });
  const before = idsOf(below(was, path));
  const now = idsOf(below(tree, path));
  const paths = [...new Set([...before.keys(), ...now.keys()])]
    .filter(each => before.get(each) !== now.get(each))
    .sort();
  if (paths.length === 0) return { kind: 'none' };
  return { kind: now.size === 0 ? 'removed' : 'changed', paths };
}

function below(tree: TreeEntry[], folder: string): TreeEntry[] {
  return tree.filter(({ path }) => path.startsWith(`${folder}/`));
}

function idsOf(tree: TreeEntry[]): Map<string, string> {
  return new Map(tree.map(({ path, mode, sha }) => [path, `${mode} ${sha}`]));
}
