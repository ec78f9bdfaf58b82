// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/* eslint-disable jest/no-export -- a suite to be called from the test file of each adapter */
import { beginningContract } from './beginningContract';
import { branchContract } from './branchContract';
import { capabilitiesContract } from './capabilitiesContract';
import { changeLifeContract } from './changeLifeContract';
import { changesContract } from './changesContract';
import { commitRefusalsContract } from './commitRefusalsContract';
import { committingContract } from './committingContract';
import { mergingContract } from './mergingContract';
import { readingContract } from './readingContract';
import { type Exceptions, exceptFor } from './exceptFor';
import { useSubject } from './fixture';
import type { GitHostContractSubject } from './subject';

const CONTRACTS = [
  readingContract,
  committingContract,
  commitRefusalsContract,
  changesContract,
  changeLifeContract,
  mergingContract,
  branchContract,
  capabilitiesContract,
  beginningContract,
];

/**
 * What every adapter of `GitHost` promises, on a real repository. Call it in a test file. `exceptions` are for what stands
 * in for a host in tests and is not like it.
 */
export function gitHostContract(
  name: string,
  createSubject: () => Promise<GitHostContractSubject>,
  exceptions: Exceptions = {},
): void {
  const it = exceptFor(exceptions);
  describe(`${name} as a GitHost`, () => {
    const at = useSubject(createSubject);
    for (const contract of CONTRACTS) {
      contract(at, it);
    }
  });
}
