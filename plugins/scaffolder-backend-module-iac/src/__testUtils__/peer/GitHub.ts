// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// One GitHub for both: a double whose repository is real git, with what a test asks it afterwards.
// eslint-disable-next-line @backstage/no-relative-monorepo-imports -- made for tests, and not published
import * as double from '../../../../../packages/git-host/src/github/__testUtils__/GitHubDouble';
// eslint-disable-next-line @backstage/no-relative-monorepo-imports -- as above
import { integrationsOf } from '../../../../../packages/git-host/src/github/__testUtils__/integrationsOf';
import { LIVE_FILES } from '../repositories';
import type { GitHubRepository } from '../world';

export const { Refusal } = double;
const { GitHubDouble, OWNER, REPO, TOKEN } = double;

export class GitHub {
  readonly double: double.GitHubDouble;
  /** As the configuration of a portal names it. */
  readonly place: GitHubRepository;
  readonly repoUrl: string;

  static async create(more: Record<string, string> = {}): Promise<GitHub> {
    const all = { ...LIVE_FILES, ...more };
    const files = Object.entries(all).map(([path, content]) => [
      path,
      { content },
    ]);
    return new GitHub(await GitHubDouble.create(Object.fromEntries(files)));
  }

  private constructor(opened: double.GitHubDouble) {
    const { host, apiBaseUrl } = opened;
    this.double = opened;
    this.place = {
      ...{ host, apiBaseUrl, token: TOKEN, owner: OWNER, repo: REPO },
    };
    this.repoUrl = `${host}?owner=${OWNER}&repo=${REPO}`;
  }

  /** What Backstage makes of the configuration that names it. */
  integrations() {
    const { host, apiBaseUrl, token } = this.place;
    return integrationsOf({ host, apiBaseUrl, token });
  }

  /** A commit on a branch by somebody beside the portal. */
  push(branch: string, files: Record<string, string>): string {
    const contents = Object.entries(files).map(([path, content]) => [
      path,
      { content },
    ]);
    return this.double.repository.push({
      branch,
      files: Object.fromEntries(contents),
    });
  }

  read(branch: string, path: string): string | undefined {
    const isThere = this.files(branch).includes(path);
    return isThere
      ? `${this.double.repository.git(['show', `${branch}:${path}`])}\n`
      : undefined;
  }

  files(branch: string): string[] {
    const args = ['ls-tree', '-r', '--name-only', branch];
    return this.double.repository.git(args).split('\n');
  }

  /** Whether a commit is still on a branch. */
  keeps(branch: string, sha: string): boolean {
    const commits = this.double.repository.git(['rev-list', branch]);
    return commits.split('\n').includes(sha);
  }

  branches(): string[] {
    return Object.keys(this.double.repository.refs())
      .filter(name => name.startsWith('refs/heads/'))
      .map(name => name.slice('refs/heads/'.length));
  }

  /** What was asked after so many calls. */
  callsSince(start: number): string[] {
    return this.double.calls().slice(start);
  }
}
