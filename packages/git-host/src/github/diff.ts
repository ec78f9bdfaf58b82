// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Diffs as git itself prints them, between two commits of GitHub: the two sides of every changed file are read (mostly
// they are here already, since they were read or written a moment ago) and given to git in a repository that is thrown
// away. So a preview, of which nothing is sent to GitHub, and the diff of its commit are the same, byte for byte.
import type { CheckedFiles } from '../changeSet';
import { diffCommits, inScratchRepository } from '../local/diff';
import { editTree } from '../local/editTree';
import type { Git } from '../local/Git';
import { type NewObject, objectId, receive } from '../local/pack';
import { type FolderEntry, planCommit } from '../planCommit';
import { CommitTree } from './CommitTree';
import type { GitHubRepository } from './GitHubRepositories';
import { existingCommit, readBlob } from './read';

/** So many unknown contents are read one by one; for more, GitHub is asked for the diff in one call. */
const MOST_READS = 100;
const FOLDER = '40000';
const SUBMODULE = '160000';

/** A file that differs, with what it is on either side. */
export interface ChangedPath {
  path: string;
  before?: FolderEntry;
  after?: FolderEntry;
}

/** Every file that differs between two commits; a rename is one removed and one added. */
export async function changedPaths(
  before: CommitTree,
  after: CommitTree,
): Promise<ChangedPath[]> {
  const changed: ChangedPath[] = [];
  const walk = async (folder: string) => {
    const one = (await before.folder(folder)) ?? new Map();
    const other = (await after.folder(folder)) ?? new Map();
    for (const name of new Set([...one.keys(), ...other.keys()])) {
      const [was, is] = [one.get(name), other.get(name)];
      if (was?.sha === is?.sha && was?.mode === is?.mode) {
        continue;
      }
      const path = folder === '' ? name : `${folder}/${name}`;
      const file = (entry?: FolderEntry) =>
        entry?.mode === FOLDER ? undefined : entry;
      if (was?.mode === FOLDER || is?.mode === FOLDER) {
        await walk(path);
      }
      if (file(was) || file(is)) {
        changed.push({ path, before: file(was), after: file(is) });
      }
    }
  };
  await walk('');
  return changed;
}

/** Trees of the changed files alone; what is left out is the same on both sides. */
function sideOf(
  changed: ChangedPath[],
  side: 'before' | 'after',
): { treeSha: string; objects: NewObject[] } {
  const writes = changed.flatMap(({ path, [side]: entry }) =>
    entry ? [{ path, mode: entry.mode, blobSha: entry.sha }] : [],
  );
  return editTree({ trees: new Map(), plan: { writes, deletes: [] } });
}

async function printDiff(
  git: Git,
  options: {
    changed: ChangedPath[];
    content: (sha: string) => Promise<Buffer>;
  },
): Promise<string> {
  const { changed, content } = options;
  if (changed.length === 0) {
    return '';
  }
  const before = sideOf(changed, 'before');
  const after = sideOf(changed, 'after');
  const shas = changed
    .flatMap(change => [change.before, change.after])
    .flatMap(entry => (entry && entry.mode !== SUBMODULE ? [entry.sha] : []));
  const blobs = await Promise.all(
    [...new Set(shas)].map(
      async (sha): Promise<NewObject> => ({
        type: 'blob',
        content: await content(sha),
      }),
    ),
  );
  return inScratchRepository({}, async gitDir => {
    const scratch = git.at(gitDir);
    await receive(scratch, [...blobs, ...before.objects, ...after.objects]);
    return diffCommits(scratch, { base: before.treeSha, head: after.treeSha });
  });
}

/** GitHub's own diff is the one since the merge base, so it is taken only where that is the base. */
async function askForDiff(
  github: GitHubRepository,
  options: { base: string; head: string },
): Promise<string | undefined> {
  const order = {
    ...github.params,
    basehead: `${options.base}...${options.head}`,
  };
  const { repos } = github.octokit.rest;
  const { data } = await repos.compareCommitsWithBasehead({
    ...{ ...order, per_page: 1, page: 2 },
  });
  if (data.merge_base_commit.sha !== options.base) {
    return undefined;
  }
  const diff = await repos.compareCommitsWithBasehead({
    ...{ ...order, mediaType: { format: 'diff' } },
  });
  return String(diff.data);
}

/** Throws `git-ref-not-found`. */
export async function diffOf(
  github: GitHubRepository,
  options: { base: string; head: string; git: Git },
): Promise<string> {
  const [base, head] = await Promise.all([
    existingCommit(github, options.base),
    existingCommit(github, options.head),
  ]);
  const [before, after] = await Promise.all(
    [base, head].map(sha => CommitTree.read(github, sha)),
  );
  const changed = await changedPaths(before, after);
  const unknown = changed
    .flatMap(change => [change.before, change.after])
    .filter(entry => entry && !github.blobs.has(entry.sha));
  const asked =
    unknown.length > MOST_READS
      ? await askForDiff(github, { base, head })
      : undefined;
  const content = (sha: string) => readBlob(github, sha);
  return asked ?? printDiff(options.git, { changed, content });
}

/** The diff that a commit would make; nothing is sent to GitHub. Throws the path errors. */
export async function previewFiles(
  github: GitHubRepository,
  options: { baseSha: string; files: CheckedFiles; git: Git },
): Promise<string> {
  const { baseSha, files, git } = options;
  const tree = await CommitTree.read(github, baseSha);
  const paths = [...files.deletes, ...files.writes.map(({ path }) => path)];
  const parent = await tree.touchedBy(paths);
  const { writes, deletes } = planCommit({ files, parent });
  const wanted = new Map(
    writes.map(({ content }) => [
      objectId({ type: 'blob', content }),
      Buffer.from(content),
    ]),
  );
  const changed: ChangedPath[] = await Promise.all([
    ...writes.map(async ({ path, mode, blobSha }) => {
      const after = { mode, sha: blobSha };
      return { path, before: await fileAt(tree, path), after };
    }),
    ...deletes.map(async path => ({ path, before: await fileAt(tree, path) })),
  ]);
  const content = async (sha: string) =>
    wanted.get(sha) ?? readBlob(github, sha);
  return printDiff(git, { changed, content });
}

/** Undefined for a folder: what is in it is deleted by paths of its own. */
async function fileAt(
  tree: CommitTree,
  path: string,
): Promise<FolderEntry | undefined> {
  const entry = await tree.entry(path);
  return entry?.mode === FOLDER ? undefined : entry;
}
