// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// kill -9 between any two steps, and the same asked again: one branch, one commit on it, one pull request; one repository
// with one commit.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  beginSearch,
  KILLED_BRANCH,
  proposeUnit,
} from './__testUtils__/proposeUnit';
import { GitHubDouble, TOKEN } from './github/__testUtils__/GitHubDouble';
import { integrationsOf } from './github/__testUtils__/integrationsOf';
import { GitHubHost } from './github/GitHubHost';
import { BareRepository } from './local/__testUtils__/bareRepository';
import { LocalGitHost } from './local/LocalGitHost';
import type { GitHost, RepositoryRef } from './types';

jest.setTimeout(300_000);

const TRANSFORM = require.resolve('@backstage/cli/config/nodeTransform.cjs');
const WORKER = join(__dirname, '__testUtils__/proposeWorker.ts');
const MOST_STEPS = 60;

/** A place to propose to, and what became of it. */
interface Place {
  /** For the process that is killed. */
  args: string[];
  /** The process after it. */
  host: GitHost;
  repo: RepositoryRef;
  repository: BareRepository;
  pulls(): Promise<number>;
  dispose(): Promise<void>;
}

async function onLocal({ isThere = true } = {}): Promise<Place> {
  const repository = BareRepository.create();
  if (!isThere) rmSync(repository.gitDir, { recursive: true });
  const pulls = async () =>
    Object.keys(repository.refs()).filter(name => /\/pulls\/\d+$/.test(name))
      .length;
  return {
    args: ['local', repository.root],
    host: await LocalGitHost.create({
      root: repository.root,
      newRepositoryOwners: ['acme'],
    }),
    repo: repository.ref,
    repository,
    pulls,
    dispose: async () => repository.dispose(),
  };
}

async function onGitHub({ isThere = true } = {}): Promise<Place> {
  const double = await (isThere
    ? GitHubDouble.create()
    : GitHubDouble.without());
  const { host, apiBaseUrl, repository } = double;
  const repo = { host, owner: 'acme', repo: 'infra' };
  return {
    args: ['github', host, apiBaseUrl, TOKEN],
    host: GitHubHost.create({
      host,
      repositories: [repo],
      newRepositoryOwners: ['acme'],
      integrations: integrationsOf({ host, apiBaseUrl, token: TOKEN }),
      paceWrites: false,
    }),
    ...{ repo, repository },
    pulls: async () => double.pulls.length,
    dispose: () => double.dispose(),
  };
}

async function runWorker(
  step: number,
  { task, args }: { task: 'propose' | 'begin'; args: string[] },
) {
  const child = spawn(
    process.execPath,
    ['--require', TRANSFORM, WORKER, `${step}`, task, ...args],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env.PATH } },
  );
  let told = '';
  child.stdout.on('data', chunk => (told += chunk));
  child.stderr.on('data', chunk => (told += chunk));
  const [code, signal] = await once(child, 'close');
  return { code, signal, told };
}

describe.each<[string, () => Promise<Place>, number]>([
  ['LocalGitHost', onLocal, 5],
  ['GitHubHost', onGitHub, 7],
])('%s, killed', (_, createPlace, fewest) => {
  it('before any step, is made good by asking again', async () => {
    let step = 1;
    for (; step < MOST_STEPS; step++) {
      const place = await createPlace();
      const { code, signal, told } = await runWorker(step, {
        ...{ task: 'propose', args: place.args },
      });
      const isKilled = signal === 'SIGKILL';
      expect([code, told]).toEqual(
        isKilled ? [null, ''] : [0, `${step - 1}\n`],
      );
      const change = await proposeUnit(place.host, place.repo);
      const { repository } = place;
      expect(change).toMatchObject({ number: 1, state: 'open' });
      expect(await place.pulls()).toBe(1);
      const heads = Object.keys(repository.refs()).filter(name =>
        name.startsWith('refs/heads/'),
      );
      expect(heads.sort()).toEqual([
        ...[`refs/heads/${KILLED_BRANCH}`, 'refs/heads/main'],
      ]);
      const log = repository.git(['rev-list', `main..${KILLED_BRANCH}`]);
      expect(log).toBe(change.headSha);
      expect(repository.check()).toBe('');
      await place.dispose();
      if (!isKilled) break;
    }
    // So many were really between others.
    expect(step).toBeGreaterThan(fewest);
    expect(step).toBeLessThan(MOST_STEPS);
  });
});

describe.each<[string, typeof onLocal, number]>([
  ['LocalGitHost', onLocal, 5],
  ['GitHubHost', onGitHub, 7],
])('%s, killed while it begins a repository', (_, createPlace, fewest) => {
  it('before any step, is made good by asking again', async () => {
    let step = 1;
    for (; step < MOST_STEPS; step++) {
      const place = await createPlace({ isThere: false });
      const { code, signal, told } = await runWorker(step, {
        ...{ task: 'begin', args: place.args },
      });
      const isKilled = signal === 'SIGKILL';
      expect([code, told]).toEqual(
        isKilled ? [null, ''] : [0, `${step - 1}\n`],
      );
      const { commitSha } = await beginSearch(place.host, place.repo);
      const { repository } = place;
      expect(repository.refs()).toEqual({ 'refs/heads/main': commitSha });
      expect(repository.git(['rev-list', 'main'])).toBe(commitSha);
      expect(repository.git(['ls-tree', '--name-only', 'main'])).toBe(
        'README.md\ncatalog-info.yaml',
      );
      expect(repository.check()).toBe('');
      const made = readdirSync(dirname(repository.gitDir));
      expect(made.filter(name => name.endsWith('.git'))).toEqual(['infra.git']);
      await place.dispose();
      if (!isKilled) break;
    }
    expect(step).toBeGreaterThan(fewest);
    expect(step).toBeLessThan(MOST_STEPS);
  });
});
