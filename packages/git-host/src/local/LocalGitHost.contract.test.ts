// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { gitHostContract } from '../contract/gitHostContract';
import {
  CONTRACT_EXECUTABLES,
  CONTRACT_FILES,
  CONTRACT_LINKS,
} from '../contract/subject';
import { BareRepository, type BareFile } from './__testUtils__/bareRepository';
import { LocalGitHost } from './LocalGitHost';

gitHostContract('LocalGitHost', async () => {
  const files: Record<string, BareFile> = {};
  for (const [path, content] of Object.entries(CONTRACT_FILES)) {
    const isExecutable = CONTRACT_EXECUTABLES.includes(path);
    files[path] = { content, mode: isExecutable ? '100755' : '100644' };
  }
  for (const [path, content] of Object.entries(CONTRACT_LINKS)) {
    files[path] = { content, mode: '120000' };
  }
  const repository = BareRepository.create(files);
  return {
    host: await LocalGitHost.create({
      root: repository.root,
      repositories: [repository.ref],
    }),
    repository: repository.ref,
    foreignRepository: { ...repository.ref, repo: 'other' },
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
    async beginning() {
      const ref = { ...repository.ref, owner: 'new', repo: 'orders-search' };
      const made = BareRepository.at(repository.root, ref);
      return {
        host: () =>
          LocalGitHost.create({
            root: repository.root,
            repositories: [ref],
            newRepositoryOwners: [ref.owner],
          }),
        repository: ref,
        history: async () => made.git(['rev-list', 'main']).split('\n'),
        push: async contents => {
          const entries = Object.entries(contents).map(
            ([path, content]) => [path, { content }] as const,
          );
          made.push({ branch: 'main', files: Object.fromEntries(entries) });
        },
        async dispose() {},
      };
    },
    dispose: async () => {
      expect(repository.check()).toBe('');
      expect(Object.keys(repository.refs()).join()).not.toContain('scratch');
      repository.dispose();
    },
  };
});
