// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  GithubCredentialsProvider,
  ScmIntegrationRegistry,
} from '@backstage/integration';
import { gitHostError } from '../errors';
import { parseRepoUrl } from '../repoUrl';
import type { RepositoryRef } from '../types';
import { unlessStatus } from './failures';
import {
  GitHubRepositories,
  type GitHubRepository,
} from './GitHubRepositories';

/** Runs that are looked through for one of a name, newest first. */
const RUNS_PER_PAGE = 100;
const MOST_PAGES = 5;
/** The host's clock and ours may differ by so much; milliseconds. */
const CLOCK_SKEW_MS = 5 * 60_000;

/** A run of a workflow, as GitHub has it. @public */
export interface WorkflowRun {
  id: number;
  /** What its `run-name` says. */
  title: string;
  /** `queued`, `in_progress`, `waiting`, `completed`, … */
  status: string;
  /** `success`, `failure`, `cancelled`, `timed_out`, …; there once it is completed. */
  conclusion?: string;
  /** Its page. */
  url: string;
}

/** A job of a run. @public */
export interface WorkflowJob {
  name: string;
  status: string;
  conclusion?: string;
  /** Page of its log. */
  url?: string;
}

/** @public */
export interface GitHubWorkflowsOptions {
  /** The only repositories whose workflows are started: `github.com?owner=acme&repo=operations`. */
  repoUrls: string[];
  integrations: ScmIntegrationRegistry;
  /** Those of the integrations if left out. */
  credentials?: GithubCredentialsProvider;
  /** A request that takes longer is given up; milliseconds, one minute if left out. */
  timeoutMs?: number;
  /** How long a second of waiting is; milliseconds, for tests. */
  secondMs?: number;
}

const hasTitle =
  (text: string) =>
  ({ title }: WorkflowRun) =>
    title.includes(text);

/**
 * Starts workflows by `workflow_dispatch` and follows their runs. GitHub gives a started run no name of ours, so it is
 * found by its title: the workflow says `run-name: ${{ inputs.… }}`.
 *
 * Every method throws the errors of the package: `git-host-refused`, `git-host-limited`, `git-host-unavailable`.
 *
 * @public
 */
export class GitHubWorkflows {
  readonly #repositories: Map<string, GitHubRepositories>;

  /** Throws `git-host-not-configured` for a host without an integration, and `git-repo-url-invalid`. */
  static create(options: GitHubWorkflowsOptions): GitHubWorkflows {
    const { repoUrls, integrations, credentials } = options;
    const { timeoutMs = 60_000, secondMs = 1000 } = options;
    const byHost = new Map<string, RepositoryRef[]>();
    for (const repository of repoUrls.map(parseRepoUrl)) {
      const { host } = repository;
      byHost.set(host, [...(byHost.get(host) ?? []), repository]);
    }
    return new GitHubWorkflows(
      new Map(
        [...byHost].map(([host, repositories]) => [
          host,
          GitHubRepositories.create({
            ...{ host, repositories, integrations, credentials },
            // A person waits for none of it, and a write comes once in a while.
            pace: { paceWrites: false, timeoutMs, secondMs },
          }),
        ]),
      ),
    );
  }

  private constructor(repositories: Map<string, GitHubRepositories>) {
    this.#repositories = repositories;
  }

  /**
   * Starts a workflow, and asks once only: after an answer that got lost, look whether its run is there.
   *
   * @throws NotFoundError `git-workflow-not-found`
   */
  async dispatch(
    repoUrl: string,
    options: {
      /** File name of the workflow: `deploy.yaml`. */
      workflow: string;
      /** Branch or tag; the default branch if left out. */
      ref?: string;
      inputs: Record<string, string>;
    },
  ): Promise<void> {
    const { workflow, inputs } = options;
    await this.#use(repoUrl, async ({ octokit, params, about }) => {
      const ref = options.ref ?? (await about()).defaultBranch;
      const started = await unlessStatus([404], () =>
        octokit.rest.actions.createWorkflowDispatch({
          ...params,
          workflow_id: workflow,
          ref,
          inputs,
          request: { retries: 0 },
        }),
      );
      if (!started) {
        throw gitHostError('git-workflow-not-found', {
          workflow,
          repository: repoUrl,
        });
      }
    });
  }

  /** The first run of a workflow whose title holds a text, of those since a time; undefined while there is none. */
  async find(
    repoUrl: string,
    options: { workflow: string; text: string; since: Date },
  ): Promise<WorkflowRun | undefined> {
    const { workflow, text } = options;
    const since = new Date(options.since.getTime() - CLOCK_SKEW_MS);
    return this.#use(repoUrl, async ({ octokit, params }) => {
      let found: WorkflowRun | undefined;
      for (let page = 1; page <= MOST_PAGES; page++) {
        const answer = await unlessStatus([404], () =>
          octokit.rest.actions.listWorkflowRuns({
            ...params,
            workflow_id: workflow,
            event: 'workflow_dispatch',
            created: `>=${since.toISOString()}`,
            per_page: RUNS_PER_PAGE,
            page,
          }),
        );
        const runs = answer?.data.workflow_runs ?? [];
        // The newest come first: of two, the one that was started first counts.
        found = runs.map(toRun).findLast(hasTitle(text)) ?? found;
        if (runs.length < RUNS_PER_PAGE) break;
      }
      return found;
    });
  }

  /** A run by its id; undefined where it was deleted. */
  async get(repoUrl: string, id: number): Promise<WorkflowRun | undefined> {
    return this.#use(repoUrl, async ({ octokit, params }) => {
      const answer = await unlessStatus([404], () =>
        octokit.rest.actions.getWorkflowRun({ ...params, run_id: id }),
      );
      return answer && toRun(answer.data);
    });
  }

  /** Jobs of the last attempt of a run, a hundred at most. */
  async jobs(repoUrl: string, id: number): Promise<WorkflowJob[]> {
    return this.#use(repoUrl, async ({ octokit, params }) => {
      const { data } = await octokit.rest.actions.listJobsForWorkflowRun({
        ...params,
        run_id: id,
        filter: 'latest',
        per_page: 100,
      });
      return data.jobs.map(({ name, status, conclusion, html_url: url }) => ({
        name,
        status,
        ...(conclusion && { conclusion }),
        ...(url && { url }),
      }));
    });
  }

  #use<TResult>(
    repoUrl: string,
    work: (github: GitHubRepository) => Promise<TResult>,
  ): Promise<TResult> {
    const repository = parseRepoUrl(repoUrl);
    const repositories = this.#repositories.get(repository.host);
    if (!repositories) {
      throw gitHostError('git-repository-not-configured', {
        repository: repoUrl,
      });
    }
    return repositories.use(repository, work);
  }
}

function toRun(run: {
  id: number;
  display_title: string;
  status: string | null;
  conclusion: string | null;
  html_url: string;
}): WorkflowRun {
  const { id, display_title: title, status, conclusion, html_url: url } = run;
  return {
    id,
    title,
    status: status ?? 'queued',
    ...(conclusion && { conclusion }),
    url,
  };
}
