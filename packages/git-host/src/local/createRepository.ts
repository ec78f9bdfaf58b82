// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkFiles, type ChangeLimits } from '../changeSet';
import { checkBranch, checkPerson, commitMessage } from '../names';
import { planCommit } from '../planCommit';
import type { FileChange } from '../types';
import { touchedFolders } from './commitFiles';
import type { Git } from './Git';
import { branchRef, type RefUpdate, transact } from './refs';
import { writeCommit } from './writeCommit';

/** One commit of a new repository's history. @public */
export interface FirstCommit {
  message: string;
  files: FileChange[];
  author: { name: string; email: string };
  /** Fixed times give the same commit ids everywhere; now if left out. */
  at?: Date;
  /** Tags that point to this commit. */
  tags?: string[];
}

/** What a new repository begins with. @public */
export interface NewRepository {
  /** `main` if left out. */
  defaultBranch?: string;
  /** What it is for, as git keeps it for whoever lists repositories. */
  description?: string;
  commits: FirstCommit[];
}

async function fill(
  git: Git,
  options: {
    content: NewRepository;
    defaultBranch: string;
    limits: ChangeLimits;
    now: () => Date;
  },
): Promise<void> {
  const { content, defaultBranch, limits, now } = options;
  let parentSha: string | undefined;
  const refs: RefUpdate[] = [];
  for (const commit of content.commits) {
    checkPerson('author', commit.author);
    const files = checkFiles(commit.files, { limits, branch: defaultBranch });
    const [parent] = parentSha
      ? await touchedFolders(git, { files, commits: [parentSha] })
      : [{ commitSha: '', folders: new Map(), trees: new Map() }];
    parentSha = await writeCommit(git, {
      parentSha,
      trees: parent.trees,
      plan: planCommit({ files, parent }),
      message: commitMessage({ message: commit.message, trailers: [] }),
      author: commit.author,
      committer: commit.author,
      at: commit.at ?? now(),
    });
    for (const tag of commit.tags ?? []) {
      checkBranch(tag);
      refs.push({ name: `refs/tags/${tag}`, from: undefined, to: parentSha });
    }
  }
  if (parentSha !== undefined) {
    const name = branchRef(defaultBranch);
    await transact(git, [...refs, { name, from: undefined, to: parentSha }]);
  }
}

/** Makes the bare repository beside its place and moves it there whole: there is never half of one. */
export async function createRepository(
  git: Git,
  options: {
    content: NewRepository;
    limits: ChangeLimits;
    now: () => Date;
  },
): Promise<void> {
  const { content } = options;
  const defaultBranch = content.defaultBranch ?? 'main';
  checkBranch(defaultBranch);
  await mkdir(dirname(git.gitDir), { recursive: true });
  const place = join(dirname(git.gitDir), `.new-${randomUUID()}`);
  try {
    const fresh = git.at(place);
    await fresh.run([
      'init',
      '--bare',
      '--quiet',
      '--template=',
      '--object-format=sha1',
      `--initial-branch=${defaultBranch}`,
    ]);
    if (content.description !== undefined) {
      await writeFile(join(place, 'description'), `${content.description}\n`);
    }
    await fill(fresh, { ...options, defaultBranch });
    await rename(place, git.gitDir);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}
