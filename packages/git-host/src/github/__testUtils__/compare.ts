// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { BareRepository } from '../../local/__testUtils__/bareRepository';
import type {
  ComparedCommitAnswer,
  ComparedFileAnswer,
  ComparisonAnswer,
} from './answers';
import { listCommits } from './commits';
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
    repository: BareRepository;
  },
): DoubleAnswer {
  const { base, head, repository } = options;
  const told = (args: string[]) => repository.told(args);
  const mergeBase = told(['merge-base', base, head]);
  if (!mergeBase) {
    throw new Refusal(404, 'Not Found');
  }
  if (/diff/.test(headers.accept ?? '')) {
    const args = ['diff-tree', '-p', '-M', mergeBase, head];
    return { body: `${told(args)}\n` };
  }
  const ahead = listCommits(repository, [
    ...['--reverse', '--topo-order', `${base}..${head}`],
  ]);
  const behind = told(['rev-list', '--count', `${head}..${base}`]);
  const page = Number(query.get('page') ?? 1);
  const perPage = Number(query.get('per_page') ?? MOST_COMMITS_A_PAGE);
  const files = told([
    'diff-tree',
    '-r',
    '-z',
    '-M',
    '--name-status',
    mergeBase,
    head,
  ])!
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
