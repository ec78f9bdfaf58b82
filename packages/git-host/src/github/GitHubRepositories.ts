// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  DefaultGithubCredentialsProvider,
  type GithubCredentialsProvider,
  type ScmIntegrationRegistry,
} from '@backstage/integration';
import { gitHostError } from '../errors';
import { checkRepositoryRef, formatRepoUrl } from '../repoUrl';
import type { RepositoryRef } from '../types';
import { createClient, type GitHubClient, type GitHubPace } from './client';
import type { CommitTree } from './CommitTree';
import { toHostError } from './failures';
import { RecentlyUsed } from './RecentlyUsed';

/** Entries of trees, and bytes of contents, that are kept for one repository. */
const MOST_ENTRIES = 300_000;
const MOST_BYTES = 32 * 1024 * 1024;
/** For so long the default branch is believed to be the one that it was; milliseconds. */
const ABOUT_LASTS_MS = 60_000;

/** One repository on GitHub, with what never changes of it: trees and contents by their ids. */
export interface GitHubRepository {
  octokit: GitHubClient;
  params: { owner: string; repo: string };
  /** What messages call it. */
  label: string;
  /** Its page. */
  webUrl: string;
  trees: RecentlyUsed<CommitTree>;
  blobs: RecentlyUsed<Buffer>;
  /** Branches that were there when they were looked at last. */
  branches: Set<string>;
  /** Milliseconds in a second of waiting. */
  secondMs: number;
  about(): Promise<{ defaultBranch: string; nodeId: string }>;
}

export interface GitHubRepositoriesOptions {
  host: string;
  repositories: { owner: string; repo: string }[];
  newRepositoryOwners?: string[];
  integrations: ScmIntegrationRegistry;
  credentials?: GithubCredentialsProvider;
  pace: GitHubPace;
}

/** The repositories of one GitHub that are served, each with a client of its own. */
export class GitHubRepositories {
  readonly #options: GitHubRepositoriesOptions;
  readonly #baseUrl: string;
  readonly #credentials: GithubCredentialsProvider;
  readonly #opened = new Map<string, GitHubRepository>();

  /** Throws `git-host-not-configured` when there is no integration for the host. */
  static create(options: GitHubRepositoriesOptions): GitHubRepositories {
    const { host, integrations, repositories } = options;
    const baseUrl = integrations.github.byHost(host)?.config.apiBaseUrl;
    if (baseUrl === undefined) {
      const [first = { owner: '', repo: '' }] = repositories;
      throw gitHostError('git-host-not-configured', {
        repository: `${host}?owner=${first.owner}&repo=${first.repo}`,
        host,
      });
    }
    repositories.forEach(repo => checkRepositoryRef({ host, ...repo }));
    return new GitHubRepositories(options, baseUrl);
  }

  private constructor(options: GitHubRepositoriesOptions, baseUrl: string) {
    this.#options = options;
    this.#baseUrl = baseUrl.replace(/\/$/, '');
    this.#credentials =
      options.credentials ??
      DefaultGithubCredentialsProvider.fromIntegrations(options.integrations);
  }

  /** Throws `git-repository-not-configured` for what this host was not made for, before anything is asked. */
  place(repo: RepositoryRef): GitHubRepository {
    const { repositories } = this.#options;
    return this.#placeIf(
      repo,
      repositories.some(
        served => served.owner === repo.owner && served.repo === repo.repo,
      ),
    );
  }

  /** Throws `git-repository-not-configured` for an owner of whom this host makes no repositories. */
  placeOfNew(repo: RepositoryRef): GitHubRepository {
    const { newRepositoryOwners = [] } = this.#options;
    return this.#placeIf(repo, newRepositoryOwners.includes(repo.owner));
  }

  #placeIf(repo: RepositoryRef, isServed: boolean): GitHubRepository {
    const label = formatRepoUrl(repo);
    if (!isServed || repo.host !== this.#options.host) {
      throw gitHostError('git-repository-not-configured', {
        repository: label,
      });
    }
    const github = this.#opened.get(label) ?? this.#open(repo, label);
    this.#opened.set(label, github);
    return github;
  }

  /** Works on a repository; what GitHub refuses becomes an error of the package. */
  async use<TResult>(
    repo: RepositoryRef,
    work: (github: GitHubRepository) => Promise<TResult>,
  ): Promise<TResult> {
    return this.#work(this.place(repo), work);
  }

  /** The same on a repository that may not be there yet. */
  async useNew<TResult>(
    repo: RepositoryRef,
    work: (github: GitHubRepository) => Promise<TResult>,
  ): Promise<TResult> {
    return this.#work(this.placeOfNew(repo), work);
  }

  async #work<TResult>(
    github: GitHubRepository,
    work: (github: GitHubRepository) => Promise<TResult>,
  ): Promise<TResult> {
    try {
      return await work(github);
    } catch (error) {
      const { host } = this.#options;
      throw toHostError(error, { host, repository: github.label });
    }
  }

  #open(repo: RepositoryRef, label: string): GitHubRepository {
    const { host, pace } = this.#options;
    const params = { owner: repo.owner, repo: repo.repo };
    const webUrl = `https://${host}/${repo.owner}/${repo.repo}`;
    const octokit = createClient({
      baseUrl: this.#baseUrl,
      pace,
      token: () => this.#token(webUrl),
    });
    let about: Promise<{ defaultBranch: string; nodeId: string }> | undefined;
    let askedAt = 0;
    const ask = async () => {
      const { data } = await octokit.rest.repos.get(params);
      return { defaultBranch: data.default_branch, nodeId: data.node_id };
    };
    return {
      ...{ octokit, params, label, webUrl },
      trees: RecentlyUsed.create({ limit: MOST_ENTRIES }),
      blobs: RecentlyUsed.create({ limit: MOST_BYTES }),
      branches: new Set(),
      secondMs: pace.secondMs,
      about: async () => {
        if (!about || Date.now() - askedAt > ABOUT_LASTS_MS) {
          askedAt = Date.now();
          about = ask();
          about.catch(() => {
            about = undefined;
          });
        }
        return about;
      },
    };
  }

  async #token(url: string): Promise<string | undefined> {
    try {
      return (await this.#credentials.getCredentials({ url })).token;
    } catch (error) {
      throw gitHostError(
        'git-host-refused',
        {
          host: this.#options.host,
          request: 'credentials of the integration',
          reason: error instanceof Error ? error.message : String(error),
        },
        { cause: error },
      );
    }
  }
}
