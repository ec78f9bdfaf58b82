// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { GitHost, HostedReview } from '../types';
import { existingPull } from './changes';
import { reasonOf, statusOf, unlessStatus } from './failures';
import type { GitHubRepository } from './GitHubRepositories';

const VERDICTS: Record<string, HostedReview['verdict']> = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'changes-requested',
  COMMENTED: 'commented',
  DISMISSED: 'dismissed',
};

/**
 * The newest review of each person. As on GitHub, a comment takes no verdict back: it counts only for who gave none.
 *
 * Throws `git-change-not-found`.
 */
export async function listReviews(
  github: GitHubRepository,
  number: number,
): Promise<HostedReview[]> {
  const { octokit, params } = github;
  await existingPull(github, number);
  const all = await octokit.paginate(octokit.rest.pulls.listReviews, {
    ...{ ...params, pull_number: number, per_page: 100 },
  });
  const newest = new Map<string, HostedReview>();
  // Oldest first; a review that is still being written has no verdict.
  for (const review of all) {
    const verdict = VERDICTS[review.state];
    const reviewer = review.user?.login ?? 'ghost';
    const known = newest.get(reviewer);
    const isRemark = verdict === 'commented' && known !== undefined;
    if (verdict && !(isRemark && known.verdict !== 'commented')) {
      newest.set(reviewer, {
        reviewer,
        verdict,
        sha: review.commit_id ?? '',
        ...(review.body && { body: review.body }),
        at: review.submitted_at ?? '',
      });
    }
  }
  return [...newest.values()];
}

type Asked = Awaited<ReturnType<GitHost['requestReviewers']>>;

interface Names {
  users: string[];
  teams: string[];
}

async function ask(
  github: GitHubRepository,
  options: Names & { number: number },
): Promise<Asked> {
  const { number, users, teams } = options;
  const { data } = await github.octokit.rest.pulls.requestReviewers({
    ...{ ...github.params, pull_number: number },
    ...{ reviewers: users, team_reviewers: teams },
  });
  const taken = new Set([
    ...(data.requested_reviewers ?? []).map(user => user.login.toLowerCase()),
    ...(data.requested_teams ?? []).map(team => team.slug.toLowerCase()),
  ]);
  const names = [...users, ...teams];
  return {
    requested: names.filter(name => taken.has(name.toLowerCase())),
    failed: names
      .filter(name => !taken.has(name.toLowerCase()))
      .map(name => ({ name, reason: 'The host did not take the request' })),
  };
}

/** GitHub refuses all when it refuses one: then each is asked alone. Throws `git-change-not-found`. */
export async function requestReviewers(
  github: GitHubRepository,
  options: Names & { number: number },
): Promise<Asked> {
  const { number, users, teams } = options;
  await existingPull(github, number);
  if (users.length + teams.length === 0) {
    return { requested: [], failed: [] };
  }
  const all = await unlessStatus([422], () => ask(github, options));
  if (all) {
    return all;
  }
  const each: Names[] = [
    ...users.map(name => ({ users: [name], teams: [] })),
    ...teams.map(name => ({ users: [], teams: [name] })),
  ];
  const answer: Asked = { requested: [], failed: [] };
  for (const one of each) {
    try {
      const { requested, failed } = await ask(github, { number, ...one });
      answer.requested.push(...requested);
      answer.failed.push(...failed);
    } catch (error) {
      if (statusOf(error) !== 422) {
        throw error;
      }
      const [name] = [...one.users, ...one.teams];
      answer.failed.push({ name, reason: reasonOf(error) });
    }
  }
  return answer;
}
