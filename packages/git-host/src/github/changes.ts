// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Pull requests. What there is of a branch is found again by its head, so a run that ended after the branch was made, or
// before it heard that the pull request was, is healed by the next.
import { gitHostError } from '../errors';
import { checkLine, checkText } from '../names';
import type { HostedChange } from '../types';
import { reasonOf, statusOf, unlessStatus } from './failures';
import type { GitHubRepository } from './GitHubRepositories';
import { branchHead, existingBranch } from './read';
import { replaceHead } from './replaceHead';

/** What is read of GitHub's pull request, in a list and alone. */
export interface PullRequest {
  number: number;
  node_id: string;
  title: string;
  body: string | null;
  state: string;
  created_at: string;
  html_url: string;
  merged_at: string | null;
  merge_commit_sha: string | null;
  head: {
    ref: string;
    sha: string;
    label: string | null;
    repo: { full_name: string } | null;
  };
  base: { ref: string; repo: { full_name: string } };
  labels: { name: string }[];
}

const isOwn = ({ head, base }: PullRequest) =>
  head.repo?.full_name === base.repo.full_name;

function stateOf(pull: PullRequest): HostedChange['state'] {
  if (pull.merged_at) {
    return 'merged';
  }
  return pull.state === 'open' ? 'open' : 'closed';
}

export function toChange(pull: PullRequest): HostedChange {
  const state = stateOf(pull);
  const labels = pull.labels.map(({ name }) => name).sort();
  return {
    number: pull.number,
    title: pull.title,
    body: pull.body ?? '',
    state,
    // A fork's branch must not be taken for one of this repository.
    branch: isOwn(pull) ? pull.head.ref : pull.head.label ?? pull.head.ref,
    baseBranch: pull.base.ref,
    headSha: pull.head.sha,
    createdAt: pull.created_at,
    url: pull.html_url,
    ...(state === 'merged' &&
      pull.merge_commit_sha && { mergeSha: pull.merge_commit_sha }),
    ...(labels.length > 0 && { labels }),
  };
}

/** A pull request as GitHub has it; undefined where there is none of the number. */
export async function findPull(github: GitHubRepository, number: number) {
  if (!Number.isSafeInteger(number) || number < 1) {
    return undefined;
  }
  const answer = await unlessStatus([404], () =>
    github.octokit.rest.pulls.get({ ...github.params, pull_number: number }),
  );
  return answer?.data;
}

const notFound = (github: GitHubRepository, number: number) =>
  gitHostError('git-change-not-found', { number, repository: github.label });

/** Throws `git-change-not-found`. */
export async function existingPull(github: GitHubRepository, number: number) {
  const pull = await findPull(github, number);
  if (!pull) {
    throw notFound(github, number);
  }
  return pull;
}

/** The newest change of a branch of this repository. */
export async function findChange(
  github: GitHubRepository,
  branch: string,
): Promise<HostedChange | undefined> {
  const { data } = await github.octokit.rest.pulls.list({
    ...github.params,
    head: `${github.params.owner}:${branch}`,
    state: 'all',
    sort: 'created',
    direction: 'desc',
    per_page: 30,
  });
  const newest = data
    .filter(pull => isOwn(pull) && pull.head.ref === branch)
    .sort((one, other) => other.number - one.number)
    .at(0);
  return newest && toChange(newest);
}

export interface NewChange {
  branch: string;
  baseBranch: string;
  title: string;
  body: string;
  draft?: boolean;
}

/** Says why GitHub did not open it, or answers the one that is there already. */
async function afterRefusal(
  github: GitHubRepository,
  change: NewChange,
  refusal: unknown,
): Promise<HostedChange> {
  const { branch, baseBranch } = change;
  const found = await findChange(github, branch);
  if (found?.state === 'open') {
    return found;
  }
  const headSha = await existingBranch(github, branch);
  await existingBranch(github, baseBranch);
  if (found?.state === 'merged' && found.headSha === headSha) {
    return found;
  }
  if (/no commits between/i.test(reasonOf(refusal))) {
    throw gitHostError('git-nothing-to-merge', { branch, baseBranch });
  }
  throw refusal;
}

/** Throws `git-ref-not-found` and `git-nothing-to-merge`. */
export async function openChange(
  github: GitHubRepository,
  change: NewChange,
): Promise<HostedChange> {
  const { branch, baseBranch, title, body, draft } = change;
  try {
    const { data } = await github.octokit.rest.pulls.create({
      ...github.params,
      ...{ head: branch, base: baseBranch, title, body },
      ...(draft && { draft }),
    });
    return toChange(data);
  } catch (error) {
    if (statusOf(error) !== 422) {
      throw error;
    }
    return afterRefusal(github, change, error);
  }
}

/** Throws `git-change-not-found`. */
export async function rewordChange(
  github: GitHubRepository,
  options: { number: number; title?: string; body?: string },
): Promise<HostedChange> {
  const { number, title, body } = options;
  if (title !== undefined) {
    checkLine('title', title, { longest: 256 });
  }
  if (body !== undefined) {
    checkText('body', body);
  }
  const answer = await unlessStatus([404], () =>
    github.octokit.rest.pulls.update({
      ...{ ...github.params, pull_number: number },
      ...{ title, body },
    }),
  );
  if (!answer) {
    throw notFound(github, number);
  }
  return toChange(answer.data);
}

/** Throws `git-change-not-found` and `git-change-merged`. */
export async function closeChange(
  github: GitHubRepository,
  number: number,
): Promise<HostedChange> {
  const change = toChange(await existingPull(github, number));
  if (change.state === 'merged') {
    const { branch } = change;
    throw gitHostError('git-change-merged', { number, branch });
  }
  if (change.state === 'closed') {
    return change;
  }
  const { data } = await github.octokit.rest.pulls.update({
    ...{ ...github.params, pull_number: number, state: 'closed' },
  });
  const closed = toChange(data);
  if (closed.state === 'merged') {
    const { branch } = closed;
    throw gitHostError('git-change-merged', { number, branch });
  }
  return closed;
}

/** Throws `git-change-not-found`. */
export async function addLabels(
  github: GitHubRepository,
  options: { number: number; labels: string[] },
): Promise<void> {
  const { number, labels } = options;
  labels.forEach(label => checkLine('label', label, { longest: 50 }));
  await existingPull(github, number);
  if (labels.length > 0) {
    await github.octokit.rest.issues.addLabels({
      ...{ ...github.params, issue_number: number, labels },
    });
  }
}

/** Throws `git-branch-protected`. */
export async function deleteBranch(
  github: GitHubRepository,
  options: { branch: string; sha: string },
): Promise<boolean> {
  const { branch, sha } = options;
  const { defaultBranch, nodeId } = await github.about();
  if (branch === defaultBranch) {
    throw gitHostError('git-branch-protected', { branch });
  }
  if ((await branchHead(github, branch)) !== sha) {
    return false;
  }
  try {
    await replaceHead(github, { branch, nodeId, from: sha, to: undefined });
  } catch (error) {
    const now = await branchHead(github, branch);
    if (now === sha) {
      throw error;
    }
    // It moved, which is no; or it is gone, by a request of ours whose answer was lost.
    return now === undefined;
  }
  github.branches.delete(branch);
  return true;
}
