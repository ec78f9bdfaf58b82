// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  BegunRepository,
  GitHost,
  HostedChange,
  RepositoryRef,
} from '../types';

export const KILLED_BRANCH = 'fairway/db';

/** The same change whoever asks, and however often: one commit of two files, and its pull request. */
export async function proposeUnit(
  host: GitHost,
  repo: RepositoryRef,
): Promise<HostedChange> {
  const author = { name: 'Pia', email: 'pia@acme.example' };
  await host.commit(repo, {
    branch: KILLED_BRANCH,
    baseSha: (await host.resolve(repo, 'main'))!,
    files: [
      { path: 'live/db/terragrunt.hcl', content: 'size = 1\n' },
      { path: 'live/db/README.md', content: 'A database.\n' },
    ],
    message: 'Order a database',
    trailers: [],
    author,
    at: new Date('2026-01-02T03:04:05Z'),
  });
  return host.openChange(repo, {
    ...{ branch: KILLED_BRANCH, baseBranch: 'main', author },
    ...{ title: 'Order a database', body: '' },
  });
}

/** The same repository whoever asks, and however often: one commit of two files. */
export async function beginSearch(
  host: GitHost,
  repo: RepositoryRef,
): Promise<BegunRepository> {
  return host.beginRepository(repo, {
    files: [
      { path: 'catalog-info.yaml', content: 'kind: Component\n' },
      { path: 'README.md', content: 'Finds orders.\n' },
    ],
    message: 'Begin orders-search',
    trailers: [],
    author: { name: 'Pia', email: 'pia@acme.example' },
    at: new Date('2026-01-02T03:04:05Z'),
  });
}
