// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  CommitAnswer,
  ComparedCommitAnswer,
  ComparedFileAnswer,
  ComparisonAnswer,
} from './answers';
import { type DoubleAnswer, type DoubleRequest, Refusal } from './GitHubDouble';

const MOST_COMMITS_A_PAGE = 100;
const MOST_COMPARED_FILES = 300;

const STATUSES: Record<string, ComparedFileAnswer['status']> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  T: 'changed',
  R: 'renamed',
};

/** What is on a head and not on a base, as real git sees it. */
export function compare(
  { query, headers }: DoubleRequest,
  options: {
    base: string;
    head: string;
    git(args: string[]): string;
    /** Undefined where git says no. */
    attempt(args: string[]): string | undefined;
    /** By the arguments of `git log`. */
    listCommits(args: string[]): CommitAnswer[];
  },
): DoubleAnswer {
  const { base, head, git, attempt, listCommits } = options;
  const mergeBase = attempt(['merge-base', base, head]);
  if (!mergeBase) {
    throw new Refusal(404, 'Not Found');
  }
  if (/diff/.test(headers.accept ?? '')) {
    const args = ['diff-tree', '-p', '-M', mergeBase, head];
    return { body: `${git(args)}\n` };
  }
  const ahead = listCommits([
    ...['--reverse', '--topo-order', `${base}..${head}`],
  ]);
  const behind = git(['rev-list', '--count', `${head}..${base}`]);
  const page = Number(query.get('page') ?? 1);
  const perPage = Number(query.get('per_page') ?? MOST_COMMITS_A_PAGE);
  const files = git([
    'diff-tree',
    '-r',
    '-z',
    '-M',
    '--name-status',
    mergeBase,
    head,
  ])
    .split('\0')
    .filter(Boolean);
  const body: ComparisonAnswer = {
    status: ahead.length > 0 ? 'ahead' : 'identical',
    ahead_by: ahead.length,
    behind_by: Number(behind),
    total_commits: ahead.length,
    merge_base_commit: { sha: mergeBase },
    commits: ahead.slice((page - 1) * perPage, page * perPage).map(
      ({ sha, author, committer, message }): ComparedCommitAnswer => ({
        sha,
        commit: { author, committer, message },
      }),
    ),
    files: page === 1 ? comparedFiles(files) : [],
  };
  return { body };
}

function comparedFiles(fields: string[]): ComparedFileAnswer[] {
  const files: ComparedFileAnswer[] = [];
  while (fields.length > 0) {
    const status = STATUSES[fields.shift()![0]];
    const previous = status === 'renamed' ? fields.shift() : undefined;
    const filename = fields.shift()!;
    files.push({
      filename,
      status,
      ...(previous && { previous_filename: previous }),
    });
  }
  return files.slice(0, MOST_COMPARED_FILES);
}
