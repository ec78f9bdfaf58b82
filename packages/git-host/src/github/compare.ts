// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { gitHostError } from '../errors';
import type { Comparison, HostedCommit } from '../types';
import { CommitTree } from './CommitTree';
import { changedPaths } from './diff';
import { unlessStatus } from './failures';
import type { GitHubRepository } from './GitHubRepositories';
import { existingCommit } from './read';

/** GitHub names no more files than this in a comparison, and names them on the first page only. */
const MOST_FILES = 300;

type ComparedFile = {
  filename: string;
  status: string;
  previous_filename?: string;
};

const STATUSES: Record<string, 'added' | 'removed'> = {
  added: 'added',
  copied: 'added',
  removed: 'removed',
};

function filesOf(files: ComparedFile[]): Comparison['files'] {
  return files.flatMap(({ filename, status, previous_filename }) => {
    if (status === 'unchanged') {
      return [];
    }
    const path = filename;
    return status === 'renamed' && previous_filename !== undefined
      ? [
          { path: previous_filename, status: 'removed' as const },
          { path, status: 'added' as const },
        ]
      : [{ path, status: STATUSES[status] ?? ('modified' as const) }];
  });
}

async function filesBetween(
  github: GitHubRepository,
  options: { mergeBaseSha: string; head: string },
): Promise<Comparison['files']> {
  const [before, after] = await Promise.all([
    CommitTree.read(github, options.mergeBaseSha),
    CommitTree.read(github, options.head),
  ]);
  const changed = await changedPaths(before, after);
  return changed.map(({ path, before: was, after: is }) => ({
    path,
    status: (!was && 'added') || (!is && 'removed') || 'modified',
  }));
}

/** A null is GitHub's word for what it does not know. */
const personOf = (person: { name?: string; email?: string } | null) => ({
  name: person?.name ?? '',
  email: person?.email ?? '',
});

/** Between two commit ids. Throws `git-histories-unrelated`. */
export async function compareShas(
  github: GitHubRepository,
  options: { base: string; head: string },
): Promise<Comparison> {
  const { base, head } = options;
  const read = (page: number) =>
    unlessStatus([404], () =>
      github.octokit.rest.repos.compareCommitsWithBasehead({
        ...{ ...github.params, basehead: `${base}...${head}` },
        ...{ per_page: 100, page },
      }),
    );
  const first = await read(1);
  if (!first) {
    throw gitHostError('git-histories-unrelated', options);
  }
  const { data } = first;
  const commits = [...data.commits];
  for (let page = 2; commits.length < data.total_commits; page++) {
    const more = (await read(page))?.data.commits ?? [];
    if (more.length === 0) {
      break;
    }
    commits.push(...more);
  }
  const mergeBaseSha = data.merge_base_commit.sha;
  const files = data.files ?? [];
  return {
    mergeBaseSha,
    aheadBy: data.ahead_by,
    behindBy: data.behind_by,
    files:
      files.length < MOST_FILES
        ? filesOf(files)
        : await filesBetween(github, { mergeBaseSha, head }),
    commits: commits.map(
      ({ sha, commit }): HostedCommit => ({
        sha,
        author: personOf(commit.author),
        committer: personOf(commit.committer),
        message: commit.message,
        at: commit.committer?.date ?? commit.author?.date ?? '',
      }),
    ),
  };
}

/** Throws `git-ref-not-found` and `git-histories-unrelated`. */
export async function compareRefs(
  github: GitHubRepository,
  options: { base: string; head: string },
): Promise<Comparison> {
  const [base, head] = await Promise.all([
    existingCommit(github, options.base),
    existingCommit(github, options.head),
  ]);
  return compareShas(github, { base, head });
}
