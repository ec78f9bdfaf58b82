// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { FileChange, HostedChange } from '../types';
import type { ContractFixture } from './fixture';
import { UNIT } from './subject';

export const BRANCH = 'fairway/db';
export const MERGER = { name: 'Ola Nordmann', email: 'ola@acme.example' };
/** A number that no change has. */
export const NOBODY = 4711;

/** Changes that are made, looked for and merged as the contracts want them. */
export function proposals(at: ContractFixture) {
  return {
    async propose(
      options: { branch?: string; files?: FileChange[] } = {},
    ): Promise<HostedChange> {
      const { branch = BRANCH, files = [{ path: UNIT, content: 'two\n' }] } =
        options;
      await at.host.commit(at.repo, {
        branch,
        baseSha: at.baseSha,
        files,
        message: 'Order a database',
        trailers: [],
        author: MERGER,
      });
      return at.open(branch);
    },
    merge: ({ number, headSha }: { number: number; headSha: string }) =>
      at.host.mergeChange(at.repo, {
        number,
        headSha,
        message: 'Merge the database\n\nIt was approved.',
        trailers: [{ key: 'Approved-by', value: 'user:default/ola' }],
        author: MERGER,
      }),
    get: (number: number) => at.host.getChange(at.repo, { number }),
    find: (branch = BRANCH) => at.host.findChange(at.repo, { branch }),
  };
}
