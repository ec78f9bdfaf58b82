// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Merging in three steps, each by compare-and-set: the record says which commit is about to be the merge; the base moves
// to it while record and branch are held; the record says merged. Whether it happened is told by one thing alone, that
// commit on the base, so a process may die anywhere, and closing or pushing at the same moment is before or after it.
import { gitHostError } from '../../errors';
import type { GitHost } from '../../types';
import { commitObject } from '../commitObject';
import type { Git } from '../Git';
import { isOnBranch } from '../merged';
import { writeObject } from '../objects';
import { existingBranch } from '../read';
import { branchRef, transact, untilWon } from '../refs';
import { mergeTrees } from './mergeTrees';
import {
  existingRecord,
  type KeptRecord,
  recordRef,
  writeRecord,
} from './records';
import { settledRecord, type Standing, standingOf } from './standing';

/** A merge, every part of it checked. */
export interface MergeOrder {
  number: number;
  headSha: string;
  /** With its trailers. */
  message: string;
  author: { name: string; email: string };
  committer: { name: string; email: string };
  now: () => Date;
}

async function mergeCommit(
  git: Git,
  options: { order: MergeOrder; baseSha: string; treeSha: string },
): Promise<string> {
  const { order, baseSha, treeSha } = options;
  const { headSha, message, author, committer, now } = order;
  const content = commitObject({
    ...{ treeSha, parents: [baseSha, headSha] },
    ...{ author, committer, at: now(), message },
  });
  return writeObject(git, { type: 'commit', content });
}

function checkOpen({ change }: Standing, headSha: string): void {
  const { number, branch } = change;
  if (change.state === 'closed') {
    throw gitHostError('git-change-closed', { number, branch });
  }
  if (change.headSha !== headSha) {
    throw gitHostError(
      'git-change-moved',
      { branch, headSha: change.headSha, wanted: headSha },
      { details: { headSha: change.headSha } },
    );
  }
}

/** Writes down that a change is merged, where that is told by the branches only. */
async function settle(git: Git, standing: Standing): Promise<boolean> {
  const { kept } = standing;
  if (kept.record.state === 'merged') {
    return true;
  }
  const to = await writeRecord(git, settledRecord(standing));
  const name = recordRef(kept.record.number);
  return transact(git, [{ name, from: kept.sha, to }]);
}

async function intend(
  git: Git,
  options: { kept: KeptRecord; headSha: string; mergeSha: string },
): Promise<KeptRecord | undefined> {
  const { kept, headSha, mergeSha } = options;
  const record = { ...kept.record, merge: { headSha, mergeSha } };
  const to = await writeRecord(git, record);
  const name = recordRef(record.number);
  const isDone = await transact(git, [{ name, from: kept.sha, to }]);
  return isDone ? { record, sha: to } : undefined;
}

async function tryMerge(
  git: Git,
  order: MergeOrder,
): Promise<{ mergeSha: string } | undefined> {
  const { number, headSha } = order;
  const kept = await existingRecord(git, number);
  const standing = await standingOf(git, kept);
  checkOpen(standing, headSha);
  const { branch, baseBranch, mergeSha: done } = standing.change;
  if (done !== undefined) {
    return (await settle(git, standing)) ? { mergeSha: done } : undefined;
  }
  const baseSha = standing.baseSha ?? (await existingBranch(git, baseBranch));
  if (await isOnBranch(git, { sha: headSha, head: baseSha })) {
    throw gitHostError('git-nothing-to-merge', { branch, baseBranch });
  }
  const merged = await mergeTrees(git, { baseSha, headSha });
  if (merged.paths !== undefined) {
    const { paths } = merged;
    throw gitHostError(
      'git-merge-conflict',
      { branch, baseBranch, paths: paths.map(path => `"${path}"`).join(', ') },
      { details: { paths } },
    );
  }
  const { treeSha } = merged;
  const mergeSha = await mergeCommit(git, { order, baseSha, treeSha });
  const intent = await intend(git, { kept, headSha, mergeSha });
  const isMerged =
    intent !== undefined &&
    (await transact(git, [
      { name: branchRef(baseBranch), from: baseSha, to: mergeSha },
      { name: branchRef(branch), from: headSha, to: headSha },
      { name: recordRef(number), from: intent.sha, to: intent.sha },
    ]));
  // Looked at again in either case: what has happened is then told, and written down, in one place.
  return isMerged ? tryMerge(git, order) : undefined;
}

/**
 * Throws `git-change-not-found`, `git-change-closed`, `git-change-moved`, `git-merge-conflict`, `git-nothing-to-merge`
 * and `git-busy`.
 */
export async function mergeChange(
  git: Git,
  order: MergeOrder,
): Promise<{ mergeSha: string }> {
  return untilWon({ ref: recordRef(order.number) }, () => tryMerge(git, order));
}

/** Whether it can be merged now; `blocked` when it is not open. Throws `git-change-not-found`. */
export async function mergeability(
  git: Git,
  number: number,
): ReturnType<GitHost['mergeability']> {
  const kept = await existingRecord(git, number);
  const { change, baseSha } = await standingOf(git, kept);
  const { headSha, state } = change;
  if (
    state !== 'open' ||
    baseSha === undefined ||
    (await isOnBranch(git, { sha: headSha, head: baseSha }))
  ) {
    return { state: 'blocked', paths: [] };
  }
  const { paths } = await mergeTrees(git, { baseSha, headSha });
  return paths === undefined
    ? { state: 'clean', paths: [] }
    : { state: 'conflict', paths };
}
