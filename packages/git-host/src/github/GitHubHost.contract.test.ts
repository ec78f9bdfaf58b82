// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { gitHostContract } from '../contract/gitHostContract';
import {
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
    dispose: async () => {
      expect(repository.check()).toBe('');
      await double.dispose();
    },
  };
});
