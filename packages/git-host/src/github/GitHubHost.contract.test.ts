// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { gitHostContract } from '../contract/gitHostContract';
import {
  type BeginningSubject,
  CONTRACT_EXECUTABLES,
  CONTRACT_FILES,
  CONTRACT_LINKS,
} from '../contract/subject';
import type { BareFile } from '../local/__testUtils__/bareRepository';
import {
  BOT,
  GitHubDouble,
  OWNER,
  REPO,
  TOKEN,
} from './__testUtils__/GitHubDouble';
import { integrationsOf } from './__testUtils__/integrationsOf';
import { GitHubHost } from './GitHubHost';

const COMMITTER = { name: 'Fairway', email: 'fairway@acme.example' };

/** A GitHub without the repository; the token may be the owner's own. */
async function beginningOn(account: string): Promise<BeginningSubject> {
  const double = await GitHubDouble.without();
  double.account = account;
  const { host, apiBaseUrl, repository } = double;
  const ref = { host, owner: OWNER, repo: REPO };
  return {
    host: async () =>
      GitHubHost.create({
        host,
        repositories: [ref],
        newRepositoryOwners: [OWNER],
        integrations: integrationsOf({ host, apiBaseUrl, token: TOKEN }),
        paceWrites: false,
        secondMs: 1,
      }),
    repository: ref,
    history: async () => repository.git(['rev-list', 'main']).split('\n'),
    push: async contents => {
      const entries = Object.entries(contents).map(
        ([path, content]) => [path, { content }] as const,
      );
      repository.push({ branch: 'main', files: Object.fromEntries(entries) });
    },
    dispose: async () => {
      expect(repository.check()).toBe('');
      await double.dispose();
    },
  };
}

gitHostContract('GitHubHost over real git', async () => {
  const files: Record<string, BareFile> = {};
  for (const [path, content] of Object.entries(CONTRACT_FILES)) {
    const isExecutable = CONTRACT_EXECUTABLES.includes(path);
    files[path] = { content, mode: isExecutable ? '100755' : '100644' };
  }
  for (const [path, content] of Object.entries(CONTRACT_LINKS)) {
    files[path] = { content, mode: '120000' };
  }
  const double = await GitHubDouble.create(files);
  const { host, apiBaseUrl, repository } = double;
  const ref = { host, owner: OWNER, repo: REPO };
  return {
    host: GitHubHost.create({
      host,
      repositories: [ref],
      integrations: integrationsOf({ host, apiBaseUrl, token: TOKEN }),
      committer: COMMITTER,
      paceWrites: false,
      secondMs: 1,
    }),
    repository: ref,
    foreignRepository: { ...ref, repo: 'other' },
    mergesAs: BOT,
    wantMoreBeforeMerging: () => {
      double.mergeRule = 'At least 1 approving review is required.';
    },
    push: async ({ branch, files: contents }) =>
      repository.push({
        branch,
        files: Object.fromEntries(
          Object.entries(contents).map(([path, content]) => [
            path,
            content === undefined ? undefined : { content },
          ]),
        ),
      }),
    merge: async options => repository.merge(options),
    beginning: () => beginningOn('fairway-bot'),
    dispose: async () => {
      expect(repository.check()).toBe('');
      await double.dispose();
    },
  };
});
