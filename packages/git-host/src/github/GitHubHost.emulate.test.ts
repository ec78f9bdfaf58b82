// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { gitHostContract } from '../contract/gitHostContract';
import {
  CONTRACT_EXECUTABLES,
  CONTRACT_FILES,
  CONTRACT_LINKS,
} from '../contract/subject';
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

async function createRepository() {
  const type = 'blob' as const;
  return emulated.createRepository([
    ...Object.entries(CONTRACT_FILES).map(([path, content]) => {
      const isExecutable = CONTRACT_EXECUTABLES.includes(path);
      return { path, mode: isExecutable ? '100755' : '100644', type, content };
    }),
    ...Object.entries(CONTRACT_LINKS).map(([path, content]) => ({
      ...{ path, mode: '120000', type, content },
    })),
  ]);
}

async function createSubject() {
  const repository = await createRepository();
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
    beginning,
    dispose: async () => {},
  };
}

async function beginning() {
  const { host } = emulated;
  const place = emulated.repositoryToBe();
  const ref = { host, owner: EMULATED_OWNER, repo: place.repo };
  return {
    host: async () =>
      GitHubHost.create({
        host,
        repositories: [ref],
        newRepositoryOwners: [EMULATED_OWNER],
        integrations: integrationsOf({
          ...{ host, apiBaseUrl: `http://${host}`, token: EMULATED_TOKEN },
        }),
        paceWrites: false,
        secondMs: 1,
      }),
    repository: ref,
    history: () => place.history(),
    push: async (files: Record<string, string>) => {
      await place.push({ branch: 'main', files });
    },
    dispose: async () => {},
  };
}

gitHostContract('GitHubHost on emulate', createSubject, EMULATE_EXCEPTIONS);

describe('GitHubHost as a GitHub App', () => {
  it('commits and opens a change with the token of its installation', async () => {
    const { repo } = await createRepository();
    const { host, app } = emulated;
    const ref = { host, owner: EMULATED_OWNER, repo };
    const github = GitHubHost.create({
      host,
      repositories: [ref],
      integrations: integrationsOf({
        ...{ host, apiBaseUrl: `http://${host}`, apps: [app] },
      }),
      paceWrites: false,
    });
    const author = { name: 'Pia', email: 'pia@acme.example' };
    const baseSha = (await github.resolve(ref, 'main'))!;
    const { commitSha } = await github.commit(ref, {
      ...{ branch: 'fairway/db', baseSha, author, trailers: [] },
      files: [{ path: 'live/db.hcl', content: 'size = 1\n' }],
      message: 'Order a database',
    });
    const change = await github.openChange(ref, {
      ...{ branch: 'fairway/db', baseBranch: 'main', author },
      ...{ title: 'Order a database', body: '' },
    });
    expect(change).toMatchObject({ state: 'open', headSha: commitSha });
  });

  it('says that the app is not installed for an owner', async () => {
    const { host, app } = emulated;
    const ref = { host, owner: 'nobody', repo: 'infra' };
    const github = GitHubHost.create({
      host,
      repositories: [ref],
      integrations: integrationsOf({
        ...{ host, apiBaseUrl: `http://${host}`, apps: [{ ...app, appId: 8 }] },
      }),
    });
    await expect(github.defaultBranch(ref)).rejects.toMatchObject({
      code: 'git-host-refused',
    });
  });
});
