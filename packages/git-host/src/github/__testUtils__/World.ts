// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { FileChange, HostedChange } from '../../types';
import { GitHubHost } from '../GitHubHost';
import type { GitHubHostOptions } from '../GitHubHostOptions';
import { GitHubDouble, OWNER, REPO, TOKEN } from './GitHubDouble';
import { integrationsOf } from './integrationsOf';

export const PIA = { name: 'Pia Sørensen', email: 'pia@acme.example' };
export const UNIT = 'live/db/terragrunt.hcl';
export const BRANCH = 'fairway/db';

/** A repository on a double, and a host that was just started; `restart` is the next process. */
export class World {
  readonly double: GitHubDouble;
  readonly repo: { host: string; owner: string; repo: string };
  host: GitHubHost;

  static async create(): Promise<World> {
    const double = await GitHubDouble.create({
      'README.md': { content: 'Infrastructure\n' },
      [UNIT]: { content: 'size = 1\n' },
    });
    double.repository.git(['tag', 'start', 'main']);
    return new World(double);
  }

  /** On a double as it is. */
  static on(double: GitHubDouble): World {
    return new World(double);
  }

  private constructor(double: GitHubDouble) {
    this.double = double;
    this.repo = { host: double.host, owner: OWNER, repo: REPO };
    this.host = this.restart();
  }

  restart(options: Partial<GitHubHostOptions> = {}): GitHubHost {
    const { host, apiBaseUrl } = this.double;
    this.host = GitHubHost.create({
      host,
      repositories: [this.repo],
      integrations: integrationsOf({ host, apiBaseUrl, token: TOKEN }),
      paceWrites: false,
      secondMs: 1,
      ...options,
    });
    return this.host;
  }

  async commit(
    options: { files?: FileChange[]; branch?: string; host?: GitHubHost } = {},
  ) {
    const { branch = BRANCH, host = this.host } = options;
    const { files = [{ path: UNIT, content: 'size = 2\n' }] } = options;
    return host.commit(this.repo, {
      branch,
      baseSha: this.double.repository.find('refs/tags/start')!,
      baseBranch: 'main',
      files,
      message: 'Order a database',
      trailers: [],
      author: PIA,
      at: new Date('2026-01-02T03:04:05Z'),
    });
  }

  async open(branch = BRANCH): Promise<HostedChange> {
    return this.host.openChange(this.repo, {
      ...{ branch, baseBranch: 'main', title: 'Order', body: '', author: PIA },
    });
  }

  async propose(): Promise<HostedChange> {
    await this.commit();
    return this.open();
  }

  async merge(change: HostedChange) {
    return this.host.mergeChange(this.repo, {
      number: change.number,
      headSha: change.headSha,
      message: 'Merge',
      trailers: [],
      author: PIA,
    });
  }
}
