// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type GitHostError,
  type GitHostErrorCode,
  isGitHostError,
} from '../errors';
import type {
  ChangeSet,
  FileChange,
  GitHost,
  HostedChange,
  RepositoryRef,
} from '../types';
import type { GitHostContractSubject } from './subject';

const AUTHOR = { name: 'Pia Sørensen', email: 'pia@acme.example' };

/** A subject for each test, and what the contracts ask of it. */
export interface ContractFixture {
  subject: GitHostContractSubject;
  host: GitHost;
  repo: RepositoryRef;
  /** Where `main` is when the test begins. */
  baseSha: string;
  sha(ref: string): Promise<string>;
  text(ref: string, path: string): Promise<string | undefined>;
  refusal(attempt: Promise<unknown>): Promise<GitHostError>;
  codeOf(attempt: Promise<unknown>): Promise<GitHostErrorCode>;
  change(files: FileChange[], more?: Partial<ChangeSet>): ChangeSet;
  open(branch?: string): Promise<HostedChange>;
}

/** Filled before each test of the describe block that it is called in. */
export function useSubject(
  createSubject: () => Promise<GitHostContractSubject>,
): ContractFixture {
  const at = {
    async sha(ref) {
      const found = await at.host.resolve(at.repo, ref);
      if (found === undefined) {
        throw new Error(`no ${ref}`);
      }
      return found;
    },
    async text(ref, path) {
      const bytes = await at.host.readFile(at.repo, { ref, path });
      return bytes && Buffer.from(bytes).toString('utf8');
    },
    async refusal(attempt) {
      const error = await attempt.then(
        () => new Error('it was not refused'),
        reason => reason,
      );
      if (!isGitHostError(error)) {
        throw error;
      }
      return error;
    },
    codeOf: async attempt => (await at.refusal(attempt)).code,
    change: (files, more = {}) => ({
      branch: 'fairway/db',
      baseSha: at.baseSha,
      files,
      message: 'Order a database',
      trailers: [{ key: 'Requested-by', value: 'user:default/pia' }],
      author: AUTHOR,
      at: new Date('2026-01-02T03:04:05Z'),
      ...more,
    }),
    open: (branch = 'fairway/db') =>
      at.host.openChange(at.repo, {
        branch,
        baseBranch: 'main',
        title: 'Order a database',
        body: 'For payments',
        author: AUTHOR,
      }),
  } as ContractFixture;
  beforeEach(async () => {
    at.subject = await createSubject();
    at.host = at.subject.host;
    at.repo = at.subject.repository;
    at.baseSha = await at.sha('main');
  });
  afterEach(() => at.subject.dispose());
  return at;
}
