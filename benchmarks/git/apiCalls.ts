// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Calls to GitHub for a change of so many files, from reading the ref of the base to the open pull request: ours against
// the library that publish:github:pull-request opens them with, asked as that asks it. All of them work on one GitHub, which is real git behind a loopback port, and have to
// make the same tree.
import { createRequire } from 'node:module';
import { Octokit } from '@octokit/rest';
import {
  GitHubDouble,
  OWNER,
  REPO,
  TOKEN,
} from '../../packages/git-host/src/github/__testUtils__/GitHubDouble';
import { integrationsOf } from '../../packages/git-host/src/github/__testUtils__/integrationsOf';
import { GitHubHost } from '../../packages/git-host/src';

// That package's own, which need not be the one that others find.
const peer = createRequire(
  require.resolve('@backstage/plugin-scaffolder-backend-module-github'),
);
const { createPullRequest } = peer('octokit-plugin-create-pull-request');

const COUNTS = [1, 40, 400];
const AUTHOR = { name: 'Bench', email: 'bench@acme.example' };

export interface ApiCalls {
  name: string;
  /** Calls by the number of files. */
  calls: Record<number, number>;
}

type Files = { path: string; content: string }[];
type Propose = (
  double: GitHubDouble,
  order: { branch: string; files: Files },
) => Promise<void>;

const PLACE = { owner: OWNER, repo: REPO };

const CONTENDERS: Record<string, Propose> = {
  'Fairway: GitHubHost': async (double, { branch, files }) => {
    const { host, apiBaseUrl } = double;
    const repository = { host, ...PLACE };
    const github = GitHubHost.create({
      host,
      repositories: [repository],
      integrations: integrationsOf({ host, apiBaseUrl, token: TOKEN }),
      paceWrites: false,
    });
    const baseSha = double.repository.head('main')!;
    await github.commit(repository, {
      ...{ branch, baseSha, baseBranch: 'main', files },
      ...{ message: 'Bench', trailers: [], author: AUTHOR },
    });
    await github.openChange(repository, {
      ...{ branch, baseBranch: 'main', title: 'Bench', body: '' },
      author: AUTHOR,
    });
  },
  'octokit-plugin-create-pull-request, by which publish:github:pull-request works':
    async (double, { branch, files }) => {
      const contents = files.map(({ path, content }) => [
        path,
        {
          content: Buffer.from(content).toString('base64'),
          encoding: 'base64',
          mode: '100644',
        },
      ]);
      const PullRequests = Octokit.plugin(createPullRequest);
      await new PullRequests({
        auth: TOKEN,
        baseUrl: double.apiBaseUrl,
      }).createPullRequest({
        ...{ ...PLACE, head: branch, title: 'Bench', body: '' },
        changes: [{ files: Object.fromEntries(contents), commit: 'Bench' }],
      });
    },
};

const filesOf = (count: number): Files =>
  Array.from({ length: count }, (_, index) => ({
    path: `live/acme/unit-${index}/terragrunt.hcl`,
    content: `name = "unit-${index}"\n`,
  }));

export async function countApiCalls(): Promise<ApiCalls[]> {
  const results: ApiCalls[] = Object.keys(CONTENDERS).map(name => ({
    name,
    calls: {},
  }));
  for (const count of COUNTS) {
    const trees = new Set<string>();
    for (const result of results) {
      const double = await GitHubDouble.create();
      const branch = 'fairway/bench';
      await CONTENDERS[result.name](double, { branch, files: filesOf(count) });
      // Ours asks which branch is the default one once a minute, not once a change.
      const calls = double.calls();
      const isOurs = result.name.startsWith('Fairway');
      result.calls[count] = calls.length - (isOurs ? 1 : 0);
      if (isOurs && calls.filter(call => call === 'GET ').length !== 1) {
        throw new Error(`Another first call: ${calls.join(', ')}`);
      }
      trees.add(double.repository.git(['rev-parse', `${branch}^{tree}`]));
      if (double.pulls.length !== 1) {
        throw new Error(`${result.name} opened no pull request`);
      }
      await double.dispose();
    }
    if (trees.size !== 1) {
      throw new Error(`Different trees: ${[...trees].join(', ')}`);
    }
  }
  return results;
}
