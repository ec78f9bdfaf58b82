// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// A repository of its own with one commit. GitHub takes no Git objects before there is a commit (409), but it takes one
// file: so the first file is put there as a seed, with the very words, author and time of the commit. The whole commit has
// no parent either, holds the seed too, and takes its place by compare-and-set. Whoever comes back after a kill finds the seed, or an
// empty repository, and goes on from there.
import { type CheckedBeginning, treeOfNothingBut } from '../beginning';
import { gitHostError } from '../errors';
import type { PlannedWrite } from '../planCommit';
import type { BegunRepository } from '../types';
import { reasonOf, statusOf, unlessStatus } from './failures';
import type { GitHubRepository } from './GitHubRepositories';
import { branchHead } from './read';
import { replaceHead } from './replaceHead';
import { writeCommit } from './writeCommit';

const MOST_ATTEMPTS = 10;

/** A repository as GitHub answers it. */
interface Found {
  defaultBranch: string;
  nodeId: string;
  url: string;
}

const taken = (github: GitHubRepository, reason: string) =>
  gitHostError('git-repository-taken', { repository: github.label, reason });

/** Undefined where there is none. Throws `git-repository-taken` for one that answers to the name and is another. */
async function find(
  github: GitHubRepository,
  { isPrivate }: CheckedBeginning,
): Promise<Found | undefined> {
  const { owner, repo } = github.params;
  const answer = await unlessStatus([404], () =>
    github.octokit.rest.repos.get(github.params),
  );
  if (!answer) return undefined;
  const { data } = answer;
  // GitHub leads from an old name to the new one.
  if (data.full_name.toLowerCase() !== `${owner}/${repo}`.toLowerCase()) {
    throw taken(github, `is called "${data.full_name}" now`);
  }
  if (data.private !== isPrivate) {
    throw taken(github, `is ${data.private ? 'private' : 'public'}`);
  }
  return {
    defaultBranch: data.default_branch,
    nodeId: data.node_id,
    url: data.html_url,
  };
}

/** In the organization, or of the account of the token where that is the owner. */
async function create(
  github: GitHubRepository,
  { description, isPrivate }: CheckedBeginning,
): Promise<void> {
  const { owner: org, repo: name } = github.params;
  const { repos, users } = github.octokit.rest;
  const wanted = { name, description, private: isPrivate, auto_init: false };
  const made = await unlessStatus([404], () =>
    repos.createInOrg({ ...wanted, org }),
  );
  if (made) return;
  const { data: account } = await users.getAuthenticated();
  if (account.login.toLowerCase() !== org.toLowerCase()) {
    throw gitHostError('git-host-refused', {
      host: new URL(github.webUrl).host,
      request: `POST /orgs/${org}/repos`,
      reason: `"${org}" is no organization that the integration may make repositories in, nor its own account`,
    });
  }
  await repos.createForAuthenticatedUser(wanted);
}

/** The file that goes first: none that GitHub acts on, or that is more than its text. */
function seedOf({ plan }: CheckedBeginning): PlannedWrite {
  const plain = plan.writes.find(
    ({ content, mode, path }) =>
      mode === '100644' && content.length > 0 && !path.startsWith('.'),
  );
  return { ...(plain ?? plan.writes[0]), mode: '100644' };
}

async function sow(
  github: GitHubRepository,
  beginning: CheckedBeginning,
): Promise<void> {
  const { path, content } = seedOf(beginning);
  const { author, at, message } = beginning;
  const person = { ...author, date: `${at.toISOString().slice(0, 19)}Z` };
  await github.octokit.rest.repos.createOrUpdateFileContents({
    ...{ ...github.params, path, message },
    content: content.toString('base64'),
    ...{ author: person, committer: person },
  });
}

/** The newest commit that is not younger than ours, if it is one without a parent and in our words. */
async function firstCommit(
  github: GitHubRepository,
  options: { beginning: CheckedBeginning; branch: string },
): Promise<{ sha: string; treeSha: string } | undefined> {
  const { beginning, branch } = options;
  const until = new Date(beginning.at.getTime() + 1000).toISOString();
  const { data } = await github.octokit.rest.repos.listCommits({
    ...{ ...github.params, sha: branch, until, per_page: 1 },
  });
  const [found] = data;
  const isOurs =
    found?.parents.length === 0 &&
    found.commit.message.trim() === beginning.message.trim();
  return isOurs
    ? { sha: found.sha, treeSha: found.commit.tree.sha }
    : undefined;
}

/** Undefined when something was written, and all has to be looked at again. */
async function lookOrWrite(
  github: GitHubRepository,
  beginning: CheckedBeginning,
): Promise<Omit<BegunRepository, 'action'> | undefined> {
  const found = await find(github, beginning);
  if (!found) {
    await create(github, beginning);
    return undefined;
  }
  const { defaultBranch: branch, nodeId, url } = found;
  const head = await branchHead(github, branch);
  if (head === undefined) {
    await sow(github, beginning);
    return undefined;
  }
  const first = await firstCommit(github, { beginning, branch });
  if (first?.treeSha === beginning.treeSha) {
    return { commitSha: first.sha, defaultBranch: branch, url };
  }
  const isSeed =
    first?.sha === head &&
    first.treeSha === treeOfNothingBut([seedOf(beginning)]);
  if (!isSeed) {
    throw taken(github, 'did not begin with what is asked for now');
  }
  const { author } = beginning;
  const to = await writeCommit(github, { ...beginning, committer: author });
  await replaceHead(github, { branch, nodeId, from: head, to });
  return undefined;
}

/** Whether GitHub may have refused what another process, or a request whose answer was lost, has done meanwhile. */
const mayBeBehind = (error: unknown) =>
  [409, 422].includes(statusOf(error) ?? 0) ||
  (error instanceof Error && 'errors' in error);

/** Throws `git-repository-taken`, `git-busy`. */
export async function beginRepository(
  github: GitHubRepository,
  beginning: CheckedBeginning,
): Promise<BegunRepository> {
  let action: BegunRepository['action'] = 'unchanged';
  let refused: unknown;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    try {
      const begun = await lookOrWrite(github, beginning);
      if (begun) return { ...begun, action };
      action = 'created';
      refused = undefined;
    } catch (error) {
      if (!mayBeBehind(error)) throw error;
      // Said once more, it is not that somebody was faster.
      if (refused && reasonOf(refused) === reasonOf(error)) throw error;
      refused = error;
    }
  }
  throw gitHostError('git-busy', {
    ref: github.label,
    attempts: MOST_ATTEMPTS,
  });
}
