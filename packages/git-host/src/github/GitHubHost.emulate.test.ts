// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  CONTRACT_EXECUTABLES,
  CONTRACT_FILES,
  CONTRACT_LINKS,
  gitHostContract,
} from '../contract/gitHostContract';
import {
  EMULATED_BOT,
  EMULATED_OWNER,
  EMULATED_TOKEN,
  EmulatedGitHub,
} from './__testUtils__/EmulatedGitHub';
import { EMULATE_EXCEPTIONS } from './__testUtils__/emulateExceptions';
import { integrationsOf } from './__testUtils__/integrationsOf';
import { GitHubHost } from './GitHubHost';

let emulated: EmulatedGitHub;

beforeAll(async () => {
  emulated = await EmulatedGitHub.start();
});
afterAll(() => emulated.stop());

async function createSubject() {
  const type = 'blob' as const;
  const repository = await emulated.createRepository([
    ...Object.entries(CONTRACT_FILES).map(([path, content]) => {
      const isExecutable = CONTRACT_EXECUTABLES.includes(path);
      return { path, mode: isExecutable ? '100755' : '100644', type, content };
    }),
    ...Object.entries(CONTRACT_LINKS).map(([path, content]) => ({
      ...{ path, mode: '120000', type, content },
    })),
  ]);
  const { host } = emulated;
  const ref = { host, owner: EMULATED_OWNER, repo: repository.repo };
  return {
    host: GitHubHost.create({
      host,
      repositories: [ref],
      integrations: integrationsOf({
        ...{ host, apiBaseUrl: `http://${host}`, token: EMULATED_TOKEN },
      }),
      paceWrites: false,
      secondMs: 1,
    }),
    repository: ref,
    foreignRepository: { ...ref, repo: 'other' },
    mergesAs: EMULATED_BOT,
    push: repository.push.bind(repository),
    merge: repository.merge.bind(repository),
    dispose: async () => {},
  };
}

gitHostContract('GitHubHost on emulate', createSubject, EMULATE_EXCEPTIONS);
