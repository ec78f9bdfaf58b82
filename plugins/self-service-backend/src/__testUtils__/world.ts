// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// A small company for the tests: real repositories in a temporary folder, the real ownership backend with a policy of
// its own, a catalog with a few people.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { LocalGitHost, parseRepoUrl } from '@fairway/git-host';
import { LIVE_FILES } from './company/live';
import { CATALOG, MODULE_FILES } from './company/modules';
import { LIVE, MODULES, MODULES_SOURCE } from './company/places';
import { POLICY } from './company/policy';

export { unit } from './company/live';
export { PEOPLE } from './company/people';
export { DEV, LIVE, MODULES, MODULES_SOURCE, PROD } from './company/places';

const AUTHOR = { name: 'Platform', email: 'platform@acme.example' };
const AT = new Date('2026-01-01T00:00:00Z');

/** Repositories and policy in a temporary folder. */
export interface World {
  root: string;
  host: LocalGitHost;
  /** The live repository. */
  gitDir: string;
  config: Record<string, object>;
  /** Runs the real git in the live repository. */
  git(...args: string[]): Promise<string>;
  branches(): Promise<string[]>;
  remove(): Promise<void>;
}

export async function createWorld(): Promise<World> {
  const root = await mkdtemp(join(tmpdir(), 'fairway-self-service-'));
  const host = await LocalGitHost.create({ root });
  const commit = (files: Record<string, string>) => ({
    message: 'Begin',
    author: AUTHOR,
    at: AT,
    files: Object.entries(files).map(([path, content]) => ({ path, content })),
  });
  await host.createRepository(parseRepoUrl(LIVE), {
    commits: [commit(LIVE_FILES)],
  });
  await host.createRepository(parseRepoUrl(MODULES), {
    commits: [
      {
        ...commit({ 'iac-catalog.yaml': CATALOG, ...MODULE_FILES }),
        tags: ['v1.0.0', 'v1.1.0'],
      },
    ],
  });
  // There, but not named in the configuration.
  await host.createRepository(
    { host: 'local', owner: 'acme', repo: 'secrets' },
    { commits: [commit({ 'README.md': 'Not for the portal.\n' })] },
  );
  const policyFile = join(root, 'policy.yaml');
  await writeFile(policyFile, POLICY);
  const gitDir = join(root, 'acme', 'infrastructure-live.git');
  const git = async (...args: string[]) => {
    const { stdout } = await promisify(execFile)('git', [
      '-C',
      gitDir,
      ...args,
    ]);
    return stdout;
  };
  return {
    root,
    host,
    gitDir,
    config: {
      app: { baseUrl: 'http://portal.test' },
      ownership: { policy: { file: policyFile } },
      selfService: {
        repositories: [{ repoUrl: LIVE, apply: 'none' }],
        modules: { repoUrl: MODULES, source: MODULES_SOURCE },
        local: { root },
        administrators: ['group:default/platform'],
      },
    },
    git,
    branches: async () =>
      (
        await git(
          'for-each-ref',
          '--format=%(refname:short)',
          'refs/heads/fairway/',
        )
      )
        .split('\n')
        .filter(Boolean),
    remove: () => rm(root, { recursive: true, force: true }),
  };
}
