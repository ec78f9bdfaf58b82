// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The trees of a commit after a plan, made of the trees before it. Names are kept as the bytes that they are: what is not
// in the plan stays as it is, also where it is not well-formed text.
import { parentFolders } from '../paths';
import { objectId, type NewObject } from './pack';

const FOLDER = '40000';

/** By name, a character for each byte. */
type Folder = Map<string, { mode: string; sha: string }>;

const bytesOf = (name: string) => Buffer.from(name, 'utf8').toString('latin1');

function parse(content: Buffer): Folder {
  const entries: Folder = new Map();
  let position = 0;
  while (position < content.length) {
    const space = content.indexOf(0x20, position);
    const end = content.indexOf(0x00, space);
    entries.set(content.toString('latin1', space + 1, end), {
      mode: content.toString('latin1', position, space).replace(/^0+/, ''),
      sha: content.toString('hex', end + 1, end + 21),
    });
    position = end + 21;
  }
  return entries;
}

/** The content of a folder whose names are text. */
export function folderContent(
  entries: Iterable<[string, { mode: string; sha: string }]>,
): Buffer {
  return serialize(
    new Map([...entries].map(([name, entry]) => [bytesOf(name), entry])),
  );
}

/** In git's order: as if the name of a folder ended with a slash. */
function serialize(folder: Folder): Buffer {
  const key = ([name, { mode }]: [string, { mode: string }]) =>
    mode === FOLDER ? `${name}/` : name;
  const entries = [...folder].sort((one, other) =>
    key(one) < key(other) ? -1 : 1,
  );
  return Buffer.concat(
    entries.flatMap(([name, { mode, sha }]) => [
      Buffer.from(`${mode} ${name}\0`, 'latin1'),
      Buffer.from(sha, 'hex'),
    ]),
  );
}

function split(path: string): { parent: string; name: string } {
  const cut = path.lastIndexOf('/');
  const name = bytesOf(path.slice(cut + 1));
  return { parent: path.slice(0, Math.max(cut, 0)), name };
}

/** The new trees, and the id of the outermost one. */
export function editTree(options: {
  /** Content of each touched folder that is there, `''` is the root. */
  trees: Map<string, Buffer>;
  plan: {
    writes: { path: string; mode: string; blobSha: string }[];
    deletes: string[];
  };
}): { treeSha: string; objects: NewObject[] } {
  const { trees, plan } = options;
  const paths = [...plan.deletes, ...plan.writes.map(({ path }) => path)];
  const folders = new Map(
    [...new Set(['', ...paths.flatMap(parentFolders)])].map(
      path => [path, parse(trees.get(path) ?? Buffer.alloc(0))] as const,
    ),
  );
  // Deletions first: a file may make room for a folder of its name.
  for (const path of plan.deletes) {
    const { parent, name } = split(path);
    folders.get(parent)!.delete(name);
  }
  for (const { path, mode, blobSha } of plan.writes) {
    const { parent, name } = split(path);
    folders.get(parent)!.set(name, { mode, sha: blobSha });
  }
  const objects: NewObject[] = [];
  const depth = (path: string) => (path === '' ? 0 : path.split('/').length);
  const deepestFirst = [...folders].sort(
    ([one], [other]) => depth(other) - depth(one),
  );
  let treeSha = '';
  for (const [path, folder] of deepestFirst) {
    const { parent, name } = split(path);
    const above = path === '' ? undefined : folders.get(parent)!;
    if (above && folder.size === 0) {
      // Git has no empty folders.
      if (above.get(name)?.mode === FOLDER) {
        above.delete(name);
      }
      continue;
    }
    const tree = { type: 'tree', content: serialize(folder) } as const;
    treeSha = objectId(tree);
    objects.push(tree);
    above?.set(name, { mode: FOLDER, sha: treeSha });
  }
  return { treeSha, objects };
}
