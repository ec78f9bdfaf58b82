// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Merging by GitHub itself, so that its rules are asked; `sha` names the commit that was decided about. Whatever it
// answers is looked up again: a request whose answer was lost has merged, and what it refuses is told by how it stands.
import { setTimeout as pause } from 'node:timers/promises';
import { gitHostError } from '../errors';
import type { GitHost } from '../types';
import { existingPull, toChange } from './changes';
import { compareShas } from './compare';
import { reasonOf, statusOf } from './failures';
import type { GitHubRepository } from './GitHubRepositories';
import { existingBranch } from './read';

type Mergeability = Awaited<ReturnType<GitHost['mergeability']>>;

export interface MergeOrder {
  number: number;
  headSha: string;
  /** Subject, text and trailers. */
  message: string;
}

const MOST_ATTEMPTS = 5;
/** GitHub works out whether there are conflicts after it was first asked; seconds between questions. */
const WAITS = [0.5, 1, 2, 3];

/** Files that both sides changed since their merge base: GitHub does not say which of them do not fit. */
async function pathsOnBothSides(
  github: GitHubRepository,
  options: { baseBranch: string; headSha: string },
): Promise<string[]> {
  const base = await existingBranch(github, options.baseBranch);
  const head = options.headSha;
  const [ours, theirs] = await Promise.all([
    compareShas(github, { base, head }),
    compareShas(github, { base: head, head: base }),
  ]);
  const changed = new Set(theirs.files.map(({ path }) => path));
  return ours.files.map(({ path }) => path).filter(path => changed.has(path));
}

/** Throws `git-change-not-found`. */
export async function mergeability(
  github: GitHubRepository,
  number: number,
): Promise<Mergeability> {
  for (const seconds of [...WAITS, undefined]) {
    const pull = await existingPull(github, number);
    const { state, baseBranch, headSha } = toChange(pull);
    const words = pull.mergeable_state;
    if (state !== 'open' || (pull.mergeable !== null && words === 'draft')) {
      return { state: 'blocked', paths: [] };
    }
    if (words === 'dirty' || pull.mergeable === false) {
      const paths = await pathsOnBothSides(github, { baseBranch, headSha });
      return { state: 'conflict', paths };
    }
    if (pull.mergeable && words !== 'unknown') {
      const isBlocked = words === 'blocked' || words === 'behind';
      return { state: isBlocked ? 'blocked' : 'clean', paths: [] };
    }
    if (seconds !== undefined) {
      await pause(seconds * github.secondMs);
    }
  }
  return { state: 'unknown', paths: [] };
}

/** The merge that was made already; undefined when it still can be merged. */
async function checkStanding(
  github: GitHubRepository,
  order: MergeOrder,
): Promise<{ mergeSha: string } | undefined> {
  const { number } = order;
  const change = toChange(await existingPull(github, number));
  const { branch, headSha, state, mergeSha } = change;
  if (state === 'closed') {
    throw gitHostError('git-change-closed', { number, branch });
  }
  if (headSha !== order.headSha) {
    throw gitHostError(
      'git-change-moved',
      { branch, headSha, wanted: order.headSha },
      { details: { headSha } },
    );
  }
  return mergeSha === undefined ? undefined : { mergeSha };
}

const READY = `mutation ($pullRequest: ID!) {
  markPullRequestReadyForReview(input: { pullRequestId: $pullRequest }) {
    clientMutationId
  }
}`;

/** A draft was opened to be merged once it is decided, and that is now. */
async function madeReady(
  github: GitHubRepository,
  number: number,
): Promise<boolean> {
  const { draft, node_id: pullRequest } = await existingPull(github, number);
  if (!draft) return false;
  await github.octokit.graphql(READY, { pullRequest });
  return true;
}

/** Throws what GitHub meant; returns when it is worth asking again. */
async function explain(
  github: GitHubRepository,
  order: MergeOrder,
  refusal: unknown,
): Promise<void> {
  const { number } = order;
  const reason = reasonOf(refusal);
  if (/(base|head) branch was modified/i.test(reason)) {
    await pause(WAITS[0] * github.secondMs);
    return;
  }
  if (await madeReady(github, number)) return;
  const { state, paths } = await mergeability(github, number);
  if (state === 'conflict') {
    const { branch, baseBranch } = toChange(await existingPull(github, number));
    const names = paths.map(path => `"${path}"`).join(', ');
    throw gitHostError(
      'git-merge-conflict',
      { branch, baseBranch, paths: names || 'the same places' },
      { details: { paths }, cause: refusal },
    );
  }
  throw gitHostError(
    'git-merge-blocked',
    { number, reason },
    { cause: refusal },
  );
}

/**
 * Throws `git-change-not-found`, `git-change-closed`, `git-change-moved`, `git-merge-conflict`, `git-merge-blocked`
 * and `git-busy`.
 */
export async function mergeChange(
  github: GitHubRepository,
  order: MergeOrder,
): Promise<{ mergeSha: string }> {
  const { number, headSha, message } = order;
  const [title, ...rest] = message.trim().split('\n');
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const done = await checkStanding(github, order);
    if (done) {
      return done;
    }
    try {
      const { data } = await github.octokit.rest.pulls.merge({
        ...{ ...github.params, pull_number: number, sha: headSha },
        merge_method: 'merge',
        commit_title: title,
        commit_message: rest.join('\n').trim(),
      });
      return { mergeSha: data.sha };
    } catch (error) {
      if (![405, 409, 422].includes(statusOf(error) ?? 0)) {
        throw error;
      }
      const merged = await checkStanding(github, order);
      if (merged) {
        return merged;
      }
      await explain(github, order, error);
    }
  }
  throw gitHostError('git-busy', {
    ref: `pull request ${number}`,
    attempts: MOST_ATTEMPTS,
  });
}

const ENABLE = `mutation ($pullRequest: ID!, $head: GitObjectID!) {
  enablePullRequestAutoMerge(input: { pullRequestId: $pullRequest, expectedHeadOid: $head, mergeMethod: MERGE }) {
    clientMutationId
  }
}`;

/** Throws `git-change-not-found`, `git-change-closed`, `git-change-moved` and `git-merge-blocked`. */
export async function enableAutoMerge(
  github: GitHubRepository,
  options: { number: number; headSha: string },
): Promise<void> {
  const { number, headSha } = options;
  if (await checkStanding(github, { number, headSha, message: '' })) {
    return;
  }
  const pull = await existingPull(github, number);
  try {
    await github.octokit.graphql(ENABLE, {
      pullRequest: pull.node_id,
      head: headSha,
    });
  } catch (error) {
    if (statusOf(error) !== undefined) {
      throw error;
    }
    await checkStanding(github, { number, headSha, message: '' });
    throw gitHostError(
      'git-merge-blocked',
      { number, reason: reasonOf(error) },
      { cause: error },
    );
  }
}
