// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { gitHostError } from '../errors';
import { checkCommitId, checkLine, checkText, checkUrl } from '../names';
import type { HostedCheck } from '../types';
import { reasonOf, statusOf } from './failures';
import type { GitHubRepository } from './GitHubRepositories';

export interface NewStatus {
  sha: string;
  name: string;
  state: 'pending' | 'success' | 'failure';
  description: string;
  url?: string;
}

type State = HostedCheck['state'];

/** Characters of a description that GitHub takes. */
const LONGEST_DESCRIPTION = 140;

const STATUS_STATES: Record<string, State> = {
  pending: 'running',
  success: 'succeeded',
  failure: 'failed',
  error: 'failed',
};
/** Everything that is not over, by what is done with it. */
const RUN_STATES: Record<string, State> = {
  in_progress: 'running',
  success: 'succeeded',
  neutral: 'succeeded',
  skipped: 'skipped',
  cancelled: 'cancelled',
  stale: 'cancelled',
  failure: 'failed',
  timed_out: 'failed',
  action_required: 'failed',
  startup_failure: 'failed',
};
const DEPLOYMENT_STATES: Record<string, State> = {
  in_progress: 'running',
  success: 'succeeded',
  failure: 'failed',
  error: 'failed',
  // A later deployment took its place.
  inactive: 'skipped',
};

const optional = <TKey extends string>(key: TKey, value?: string | null) =>
  (value ? { [key]: value } : {}) as { [key in TKey]?: string };

async function statuses(
  github: GitHubRepository,
  sha: string,
): Promise<HostedCheck[]> {
  const { octokit, params } = github;
  // The newest of each context, a hundred at a time.
  const found: HostedCheck[] = [];
  for (let page = 1; ; page++) {
    const { data } = await octokit.rest.repos.getCombinedStatusForRef({
      ...{ ...params, ref: sha, per_page: 100, page },
    });
    found.push(
      ...data.statuses.map(status => ({
        name: status.context,
        source: 'status' as const,
        state: STATUS_STATES[status.state] ?? ('running' as const),
        ...optional('summary', status.description),
        ...optional('url', status.target_url),
        ...optional('updatedAt', status.updated_at),
      })),
    );
    if (data.statuses.length < 100 || found.length >= data.total_count) {
      return found;
    }
  }
}

async function checkRuns(
  github: GitHubRepository,
  sha: string,
): Promise<HostedCheck[]> {
  const { octokit, params } = github;
  const runs = await octokit.paginate(octokit.rest.checks.listForRef, {
    ...{ ...params, ref: sha, filter: 'latest', per_page: 100 },
  });
  return runs.map(run => ({
    name: run.name,
    source: 'check' as const,
    state: RUN_STATES[run.conclusion ?? run.status] ?? ('queued' as const),
    ...optional('summary', run.output.title),
    ...optional('url', run.details_url ?? run.html_url),
    ...optional('updatedAt', run.completed_at ?? run.started_at),
  }));
}

/** The newest deployment to each environment, with its newest status. */
async function deployments(
  github: GitHubRepository,
  sha: string,
): Promise<HostedCheck[]> {
  const { octokit, params } = github;
  const all = await octokit.paginate(octokit.rest.repos.listDeployments, {
    ...{ ...params, sha, per_page: 100 },
  });
  const newest = new Map<string, (typeof all)[number]>();
  for (const deployment of all) {
    const known = newest.get(deployment.environment);
    if (!known || known.id < deployment.id) {
      newest.set(deployment.environment, deployment);
    }
  }
  return Promise.all(
    [...newest.values()].map(async ({ id, environment, created_at }) => {
      const { data } = await octokit.rest.repos.listDeploymentStatuses({
        ...{ ...params, deployment_id: id, per_page: 1 },
      });
      const [status] = data;
      return {
        name: environment,
        source: 'deployment' as const,
        state: DEPLOYMENT_STATES[status?.state] ?? ('queued' as const),
        environment,
        ...optional('summary', status?.description),
        ...optional('url', status?.log_url ?? status?.environment_url),
        updatedAt: status?.updated_at ?? created_at,
      };
    }),
  );
}

/** 422 is GitHub's word for a commit that it has not got. */
async function ofCommit<TResult>(
  github: GitHubRepository,
  sha: string,
  work: () => Promise<TResult>,
): Promise<TResult> {
  checkCommitId(sha);
  try {
    return await work();
  } catch (error) {
    if (
      statusOf(error) === 422 &&
      /no commit found|sha/i.test(reasonOf(error))
    ) {
      const repository = github.label;
      throw gitHostError(
        'git-ref-not-found',
        { ref: sha, repository },
        { cause: error },
      );
    }
    throw error;
  }
}

/** In the order of their names. Throws `git-ref-invalid` and `git-ref-not-found`. */
export async function listChecks(
  github: GitHubRepository,
  sha: string,
): Promise<HostedCheck[]> {
  const found = await ofCommit(github, sha, () =>
    Promise.all([
      statuses(github, sha),
      checkRuns(github, sha),
      deployments(github, sha),
    ]),
  );
  return found
    .flat()
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

/** Throws `git-text-invalid`, `git-ref-invalid` and `git-ref-not-found`. */
export async function setStatus(
  github: GitHubRepository,
  status: NewStatus,
): Promise<void> {
  const { sha, name, state, description, url } = status;
  checkLine('name of the status', name, { longest: 255 });
  checkText('description of the status', description);
  if (url !== undefined) {
    checkUrl('link of the status', url);
  }
  const letters = Array.from(description);
  const short =
    letters.length > LONGEST_DESCRIPTION
      ? `${letters.slice(0, LONGEST_DESCRIPTION - 1).join('')}…`
      : description;
  await ofCommit(github, sha, () =>
    github.octokit.rest.repos.createCommitStatus({
      ...{ ...github.params, sha, state, context: name },
      ...{ description: short, target_url: url },
    }),
  );
}
