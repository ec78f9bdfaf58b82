// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What a change set does to a tree that is there: the rules by which a change loses nothing, without any Git in them.
import type { CheckedFiles, FileWrite } from './changeSet';
import { gitHostError } from './errors';
import { caseKey, parentFolders } from './paths';

/** One name in a folder of a commit. */
export interface FolderEntry {
  mode: string;
  sha: string;
}

/** The folders of one commit that a change touches: names by folder, `''` is the root. */
export interface TreeSnapshot {
  commitSha: string;
  folders: Map<string, Map<string, FolderEntry>>;
}

/** A file that the commit has to change, exactly so. */
export interface PlannedWrite extends FileWrite {
  mode: '100644' | '100755';
}

export interface CommitPlan {
  writes: PlannedWrite[];
  deletes: string[];
}

const FOLDER = '40000';
const IN_THE_WAY: Record<string, string> = {
  '120000': 'is a symbolic link',
  '160000': 'is a submodule',
};

function entryAt(tree: TreeSnapshot, path: string): FolderEntry | undefined {
  const cut = path.lastIndexOf('/');
  const folder = cut < 0 ? '' : path.slice(0, cut);
  return tree.folders.get(folder)?.get(path.slice(cut + 1));
}

const same = (one: FolderEntry | undefined, other: FolderEntry | undefined) =>
  one?.mode === other?.mode && one?.sha === other?.sha;

const isFile = (entry: FolderEntry | undefined) =>
  entry?.mode.startsWith('100') ?? false;

/** Mode of the file after the change; a mode that is not given stays as it is. */
function modeOf(write: FileWrite, tree: TreeSnapshot): '100644' | '100755' {
  const executable =
    write.executable ?? entryAt(tree, write.path)?.mode === '100755';
  return executable ? '100755' : '100644';
}

/** Names that differ only by case, and folders, links and submodules where a file has to go. */
function checkPlace(options: {
  path: string;
  tree: TreeSnapshot;
  /** Spellings by case key, for each folder. */
  keys: Map<string, Map<string, string>>;
  gone: Set<string>;
}): void {
  const { path, tree, keys, gone } = options;
  const segments = path.split('/');
  parentFolders(path).forEach((folder, index) => {
    const name = segments[index];
    const here = folder === '' ? name : `${folder}/${name}`;
    const spelled = keys.get(folder)?.get(caseKey(name));
    if (spelled !== undefined && spelled !== name) {
      throw gitHostError('git-path-case-collision', {
        path,
        existing: folder === '' ? spelled : `${folder}/${spelled}`,
      });
    }
    const entry = tree.folders.get(folder)?.get(name);
    if (!entry || gone.has(here)) {
      return;
    }
    const last = index === segments.length - 1;
    const reason =
      IN_THE_WAY[entry.mode] ??
      (last && entry.mode === FOLDER ? 'is a folder' : undefined) ??
      (!last && entry.mode !== FOLDER ? 'is a file, not a folder' : undefined);
    if (reason) {
      throw gitHostError('git-path-type-conflict', {
        path,
        existing: here,
        reason,
      });
    }
  });
}

function caseKeys(
  tree: TreeSnapshot,
  gone: Set<string>,
): Map<string, Map<string, string>> {
  const keys = new Map<string, Map<string, string>>();
  for (const [folder, entries] of tree.folders) {
    const names = new Map<string, string>();
    for (const name of entries.keys()) {
      if (!gone.has(folder === '' ? name : `${folder}/${name}`)) {
        names.set(caseKey(name), name);
      }
    }
    keys.set(folder, names);
  }
  return keys;
}

function checkDelete(path: string, trees: TreeSnapshot[]): void {
  const entries = trees.map(tree => entryAt(tree, path));
  const entry = entries.find(Boolean);
  if (!entry) {
    throw gitHostError('git-delete-missing', {
      path,
      commit: trees[0].commitSha,
    });
  }
  if (entry.mode === FOLDER || entry.mode === '160000') {
    throw gitHostError('git-path-type-conflict', {
      path,
      existing: path,
      reason: entry.mode === FOLDER ? 'is a folder' : IN_THE_WAY[entry.mode],
    });
  }
}

/** A branch as it was when the files were read, and as it is. */
export interface ReadState {
  branch: string;
  then: TreeSnapshot;
  now: TreeSnapshot;
}

/**
 * The part of a change set that `parent` does not hold already; empty when it holds all.
 *
 * A path is replaced only when every branch has it as when it was read, or already as it shall be.
 * Throws `git-path-changed` otherwise, and the path errors of the catalogue.
 */
export function planCommit(options: {
  files: CheckedFiles;
  parent: TreeSnapshot;
  readAt?: ReadState[];
}): CommitPlan {
  const { files, parent, readAt = [] } = options;
  const gone = new Set(files.deletes);
  const keys = caseKeys(parent, gone);
  files.deletes.forEach(path =>
    checkDelete(path, [...readAt.map(({ then }) => then), parent]),
  );
  files.writes.forEach(({ path }) =>
    checkPlace({ path, tree: parent, keys, gone }),
  );

  const wanted = new Map(files.writes.map(write => [write.path, write]));
  const held = (path: string, tree: TreeSnapshot) => {
    const entry = entryAt(tree, path);
    const write = wanted.get(path);
    return write
      ? isFile(entry) &&
          entry?.sha === write.blobSha &&
          entry.mode === modeOf(write, tree)
      : entry === undefined || entry.mode === FOLDER;
  };
  const writes = files.writes.filter(({ path }) => !held(path, parent));
  const deletes = files.deletes.filter(path => !held(path, parent));
  for (const path of [...deletes, ...writes.map(write => write.path)]) {
    const moved = readAt.find(
      ({ then, now }) =>
        !held(path, now) && !same(entryAt(now, path), entryAt(then, path)),
    );
    if (moved) {
      throw gitHostError('git-path-changed', {
        path,
        branch: moved.branch,
        baseSha: moved.then.commitSha,
      });
    }
  }
  return {
    writes: writes.map(write => ({ ...write, mode: modeOf(write, parent) })),
    deletes,
  };
}
