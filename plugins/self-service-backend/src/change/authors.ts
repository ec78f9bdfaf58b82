// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { HostedCommit } from '@fairway/git-host';
import type { People } from '../people/People';

/**
 * Who wrote commits, as entity refs where the catalog knows the address, as `git:<address>` where it does not. Names in
 * commits are what their writer says; a host that knows who pushed is asked besides.
 */
export async function authorsOf(
  commits: Pick<HostedCommit, 'author' | 'committer'>[],
  people: People,
): Promise<string[]> {
  const addresses = new Set(
    commits.flatMap(({ author, committer }) =>
      [author.email, committer.email].map(each => each.toLowerCase()),
    ),
  );
  const refs = await Promise.all(
    [...addresses].map(
      async address => (await people.byEmail(address)) ?? `git:${address}`,
    ),
  );
  return [...new Set(refs)].sort();
}
