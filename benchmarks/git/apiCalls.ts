// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Calls to GitHub for a change of so many files, from reading the base to the open pull request: ours against the ways
// that need a call for each file. All of them work on one GitHub, which is real git behind a loopback port, and have to
// make the same tree.
import { Octokit } from '@octokit/rest';
import {
  GitHubDouble,
  OWNER,
  REPO,
  TOKEN,
} from '../../packages/git-host/src/github/__testUtils__/GitHubDouble';
import { integrationsOf } from '../../packages/git-host/src/github/__testUtils__/integrationsOf';
import { GitHubHost } from '../../packages/git-host/src';

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

const octokitOf = (double: GitHubDouble) =>
  new Octokit({ auth: TOKEN, baseUrl: double.apiBaseUrl });

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
  'a content for each file, as publish:github:pull-request does': async (
    double,
    { branch, files },
  ) => {
    const { git, repos, pulls } = octokitOf(double).rest;
    const { data: repository } = await repos.get(PLACE);
    const base = repository.default_branch;
    const { data: ref } = await git.getRef({ ...PLACE, ref: `heads/${base}` });
    const parent = ref.object.sha;
    const { data: commit } = await git.getCommit({
      ...{ ...PLACE, commit_sha: parent },
    });
    const tree = [];
    for (const { path, content } of files) {
      const { data: blob } = await git.createBlob({
        ...{ ...PLACE, encoding: 'base64' },
        content: Buffer.from(content).toString('base64'),
      });
      tree.push({
        ...{ path, sha: blob.sha },
        ...({ mode: '100644', type: 'blob' } as const),
      });
    }
    const { data: made } = await git.createTree({
      ...{ ...PLACE, base_tree: commit.tree.sha, tree },
    });
    const date = new Date().toISOString();
    const person = { ...AUTHOR, date };
    const { data: written } = await git.createCommit({
      ...{ ...PLACE, message: 'Bench', tree: made.sha, parents: [parent] },
      ...{ author: person, committer: person },
    });
    const name = `refs/heads/${branch}`;
    await git.createRef({ ...PLACE, ref: name, sha: written.sha });
    await pulls.create({ ...PLACE, head: branch, base, title: 'Bench' });
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
      // Which branch is the default one is asked once a minute, not once a change.
      const calls = double.calls().filter(call => call !== 'GET ');
      result.calls[count] = calls.length;
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
