// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { randomUUID } from 'node:crypto';
import type { FolderEntry, TreeSnapshot } from '../planCommit';
import type { Git } from './Git';

export interface GitObject {
  sha: string;
  type: string;
  content: Buffer;
}

const READ = ['cat-file', '--batch'];

/** Objects by name, in the order of the names; undefined where there is none. Names are one line each. */
export async function readObjects(
  git: Git,
  names: string[],
): Promise<(GitObject | undefined)[]> {
  // No object has this name, and no content can hold what was made up just now.
  const last = randomUUID();
  const told = await git.ask(READ, {
    input: [...names, last].map(name => `${name}\n`).join(''),
    end: `${last} missing\n`,
  });
  if ('ended' in told) {
    throw git.failure(READ, told.ended);
  }
  const stdout = told.answer;
  let position = 0;
  return names.map(() => {
    const end = stdout.indexOf(0x0a, position);
    const header = stdout.toString('utf8', position, end);
    position = end + 1;
    const match = /^([0-9a-f]{40}) (\w+) (\d+)$/.exec(header);
    if (!match) {
      return undefined; // `<name> missing`, or a submodule's commit
    }
    const content = stdout.subarray(position, position + Number(match[3]));
    position += content.length + 1;
    return { sha: match[1], type: match[2], content };
  });
}

/** Stores one object, checked by git to be well-formed; answers its id. */
export async function writeObject(
  git: Git,
  object: { type: 'blob' | 'commit'; content: Buffer | string },
): Promise<string> {
  const { stdout } = await git.run(
    ['hash-object', '-w', '-t', object.type, '--stdin'],
    { input: object.content },
  );
  return stdout.toString('latin1').trim();
}

/** Names of a folder: `<mode> <name>\0<20 bytes of id>` one after the other. */
export function parseTree(content: Buffer): Map<string, FolderEntry> {
  const entries = new Map<string, FolderEntry>();
  let position = 0;
  while (position < content.length) {
    const space = content.indexOf(0x20, position);
    const end = content.indexOf(0x00, space);
    entries.set(content.toString('utf8', space + 1, end), {
      mode: content.toString('latin1', position, space),
      sha: content.toString('hex', end + 1, end + 21),
    });
    position = end + 21;
  }
  return entries;
}

/** A snapshot with its folders as they are stored. */
export interface StoredSnapshot extends TreeSnapshot {
  trees: Map<string, Buffer>;
}

/** The given folders of each commit, in one run; undefined for what is not a commit. */
export async function readSnapshots(
  git: Git,
  options: { commits: string[]; folders: string[] },
): Promise<(StoredSnapshot | undefined)[]> {
  const { commits, folders } = options;
  const perCommit = folders.length + 1;
  const objects = await readObjects(
    git,
    commits.flatMap(sha => [
      `${sha}^{commit}`,
      ...folders.map(folder => `${sha}:${folder}`),
    ]),
  );
  return commits.map((commitSha, index) => {
    const [commit, ...trees] = objects.slice(
      index * perCommit,
      (index + 1) * perCommit,
    );
    if (!commit) {
      return undefined;
    }
    const found = folders.flatMap((folder, at) => {
      const tree = trees[at];
      return tree?.type === 'tree' ? [[folder, tree.content] as const] : [];
    });
    return {
      commitSha,
      trees: new Map(found),
      folders: new Map(
        found.map(([folder, content]) => [folder, parseTree(content)]),
      ),
    };
  });
}
