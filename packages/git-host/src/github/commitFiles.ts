// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// One atomic commit by compare-and-set: read where the branches are, plan against that, store the commit, and move the
// branch forward without force, which GitHub does only while the branch is at the commit's parent or behind it. Whoever
// loses starts over, so that the rules are asked of the new state again.
import type { CheckedFiles } from '../changeSet';
import { gitHostError, isGitHostError } from '../errors';
import { type CommitPlan, planCommit, type TreeSnapshot } from '../planCommit';
import type { CommitResult } from '../types';
import { CommitTree } from './CommitTree';
import { unlessStatus } from './failures';
import type { GitHubRepository } from './GitHubRepositories';
import { branchHead, existingBranch } from './read';
import { type CommitOrder, writeCommit } from './writeCommit';

/** A change set, every part of it checked. */
export interface CommitRequest
  extends Pick<CommitOrder, 'message' | 'author' | 'committer' | 'at'> {
  branch: string;
  baseSha: string;
  baseBranch: string;
  files: CheckedFiles;
}

const MOST_ATTEMPTS = 20;

const pathsOf = (files: CheckedFiles) => [
  ...files.deletes,
  ...files.writes.map(({ path }) => path),
];

/** Where the base branch was when what is at `baseSha` left it: `baseSha` itself, unless that is on another branch. */
async function forkOf(
  github: GitHubRepository,
  options: { baseSha: string; baseHead: string },
): Promise<string> {
  const { baseSha, baseHead } = options;
  if (baseSha === baseHead) {
    return baseSha;
  }
  const answer = await unlessStatus([404], () =>
    github.octokit.rest.repos.compareCommitsWithBasehead({
      ...{ ...github.params, basehead: `${baseSha}...${baseHead}` },
      ...{ per_page: 1, page: 2 }, // neither its files nor its commits are looked at
    }),
  );
  return answer?.data.merge_base_commit.sha ?? baseSha;
}

async function planOn(
  github: GitHubRepository,
  options: { request: CommitRequest; ownSha: string | undefined },
): Promise<{ parent: TreeSnapshot; plan: CommitPlan }> {
  const { request, ownSha } = options;
  const { branch, baseBranch, baseSha, files } = request;
  const at = async (sha: string) =>
    (await CommitTree.read(github, sha)).touchedBy(pathsOf(files));
  const [baseHead, parent] = await Promise.all([
    existingBranch(github, baseBranch),
    at(ownSha ?? baseSha),
  ]);
  const forkSha = await forkOf(github, { baseSha, baseHead });
  const plan = planCommit({
    files,
    parent,
    readAt: [
      { branch, then: await at(baseSha), now: parent },
      { branch: baseBranch, then: await at(forkSha), now: await at(baseHead) },
    ],
  });
  return { parent, plan };
}

const isEmpty = (plan: CommitPlan) =>
  plan.writes.length + plan.deletes.length === 0;

/** `fairway/db` cannot be beside `fairway/db/replica`. */
async function isNameTaken(
  github: GitHubRepository,
  branch: string,
): Promise<boolean> {
  const below = await github.octokit.rest.git.listMatchingRefs({
    ...github.params,
    ref: `heads/${branch}/`,
  });
  const segments = branch.split('/');
  const above = await Promise.all(
    segments
      .slice(1)
      .map((_, index) => segments.slice(0, index + 1).join('/'))
      .map(name => branchHead(github, name)),
  );
  return below.data.length > 0 || above.some(sha => sha !== undefined);
}

/** Moves the branch. False when somebody else was faster. */
async function publish(
  github: GitHubRepository,
  options: {
    branch: string;
    from: string | undefined;
    to: string;
    /** Whether the branch was looked for, or is only taken to be new. */
    isSure: boolean;
  },
): Promise<boolean> {
  const { branch, from, to, isSure } = options;
  const { git } = github.octokit.rest;
  try {
    if (from === undefined) {
      const ref = `refs/heads/${branch}`;
      await git.createRef({ ...github.params, ref, sha: to });
    } else {
      const move = { ref: `heads/${branch}`, sha: to, force: false };
      await git.updateRef({ ...github.params, ...move });
    }
    github.branches.add(branch);
    return true;
  } catch (error) {
    const now = await branchHead(github, branch);
    // A request that was repeated, because its answer was lost, had been done. Or the very commit was made before.
    if (now === to) {
      return isSure;
    }
    if (now === undefined && (await isNameTaken(github, branch))) {
      throw gitHostError('git-branch-name-taken', { branch });
    }
    if (now === from) {
      throw error;
    }
    return false;
  }
}

async function commitOn(
  github: GitHubRepository,
  options: {
    request: CommitRequest;
    ownSha: string | undefined;
    isSure: boolean;
  },
): Promise<CommitResult | undefined> {
  const { request, ownSha, isSure } = options;
  const { parent, plan } = await planOn(github, options);
  if (isEmpty(plan)) {
    return { commitSha: parent.commitSha, action: 'unchanged' };
  }
  const to = await writeCommit(github, { ...request, parent, plan });
  const { branch } = request;
  const order = { branch, from: ownSha, to, isSure };
  const isPublished = await publish(github, order);
  return isPublished
    ? { commitSha: to, action: ownSha ? 'updated' : 'created' }
    : undefined;
}

/**
 * Mostly a new branch is asked for, and whether it is new is told by making it: that spares a call. Nothing else is
 * answered before the branch was looked for. Undefined when it is there.
 */
async function commitOnNewBranch(
  github: GitHubRepository,
  request: CommitRequest,
): Promise<CommitResult | undefined> {
  const isThere = async () =>
    (await branchHead(github, request.branch)) !== undefined;
  try {
    const result = await commitOn(github, {
      ...{ request, ownSha: undefined, isSure: false },
    });
    return result?.action === 'unchanged' && (await isThere())
      ? undefined
      : result;
  } catch (error) {
    if (isGitHostError(error) && (await isThere())) {
      return undefined;
    }
    throw error;
  }
}

/** Throws `git-path-changed`, `git-branch-protected`, `git-branch-name-taken`, `git-busy` and the path errors. */
export async function commitFiles(
  github: GitHubRepository,
  request: CommitRequest,
): Promise<CommitResult> {
  const { branch, baseBranch } = request;
  const { defaultBranch } = await github.about();
  if (branch === baseBranch || branch === defaultBranch) {
    throw gitHostError('git-branch-protected', { branch });
  }
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const mayBeNew = attempt === 0 && !github.branches.has(branch);
    const result = mayBeNew
      ? await commitOnNewBranch(github, request)
      : await commitOn(github, {
          ...{ request, isSure: true },
          ownSha: await branchHead(github, branch),
        });
    if (result) {
      return result;
    }
  }
  throw gitHostError('git-busy', { ref: branch, attempts: MOST_ATTEMPTS });
}
