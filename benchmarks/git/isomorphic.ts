// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// isomorphic-git in a repository without a working tree: its functions for objects and refs, since its `commit` wants an
// index of all files.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import type { Files } from './contenders';
import { AUTHOR } from './repository';

const own = createRequire(require.resolve('../../packages/git-host'));
const git: typeof import('isomorphic-git') = own('isomorphic-git');

/** A folder of the change: what is put in it, and folders below. */
interface Folder {
  blobs: Map<string, string>;
  folders: Map<string, Folder>;
}

const newFolder = (): Folder => ({ blobs: new Map(), folders: new Map() });

export async function commitIsomorphic(options: {
  gitDir: string;
  baseSha: string;
  branch: string;
  files: Files;
}): Promise<string> {
  const { gitDir: gitdir, baseSha, branch, files } = options;
  const place = { fs, gitdir };
  const root = newFolder();
  for (const { path, content } of files) {
    const names = path.split('/');
    const name = names.pop()!;
    let folder = root;
    for (const below of names) {
      const next = folder.folders.get(below) ?? newFolder();
      folder.folders.set(below, next);
      folder = next;
    }
    const blob = Buffer.from(content);
    folder.blobs.set(name, await git.writeBlob({ ...place, blob }));
  }

  async function write(folder: Folder, oid?: string): Promise<string> {
    const { tree: before } = oid
      ? await git.readTree({ ...place, oid })
      : { tree: [] };
    const entries = new Map(before.map(entry => [entry.path, entry]));
    for (const [path, below] of folder.folders) {
      const sha = await write(below, entries.get(path)?.oid);
      entries.set(path, { mode: '040000', path, oid: sha, type: 'tree' });
    }
    for (const [path, sha] of folder.blobs) {
      entries.set(path, { mode: '100644', path, oid: sha, type: 'blob' });
    }
    return git.writeTree({ ...place, tree: [...entries.values()] });
  }

  const { commit } = await git.readCommit({ ...place, oid: baseSha });
  const tree = await write(root, commit.tree);
  const timestamp = Math.floor(Date.now() / 1000);
  const person = { ...AUTHOR, timestamp, timezoneOffset: 0 };
  const sha = await git.writeCommit({
    ...place,
    commit: {
      ...{ message: 'Bench\n', tree, parent: [baseSha] },
      ...{ author: person, committer: person },
    },
  });
  await git.writeRef({ ...place, ref: `refs/heads/${branch}`, value: sha });
  return sha;
}
