// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { BareRepository } from '../../local/__testUtils__/bareRepository';
import type { CommitAnswer, HistoryAnswer } from './answers';

const FORMAT =
  '%H%x00%T%x00%P%x00%an%x00%ae%x00%aI%x00%cn%x00%ce%x00%cI%x00%B%x01';

/** By the arguments of `git log`, with ids in them. */
export function listCommits(
  repository: BareRepository,
  args: string[],
): CommitAnswer[] {
  return (repository.told(['log', `--format=${FORMAT}`, ...args]) ?? '')
    .split('\x01')
    .map(record => record.trimStart().split('\0'))
    .filter(fields => fields.length > 1)
    .map(([sha, tree, parents, an, ae, at, cn, ce, ct, message]) => ({
      ...{ sha, tree: { sha: tree }, message },
      parents: parents
        .split(' ')
        .filter(Boolean)
        .map(parent => ({ sha: parent })),
      author: { name: an, email: ae, date: new Date(at).toISOString() },
      committer: { name: cn, email: ce, date: new Date(ct).toISOString() },
    }));
}

/** As it is in a list of commits. */
export function inHistory(commit: CommitAnswer): HistoryAnswer {
  const { sha, message, author, committer, parents, tree } = commit;
  return { sha, parents, commit: { message, author, committer, tree } };
}
