// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { OwnershipSubject } from '@fairway/backstage-plugin-ownership-common';
import type { CompiledPolicy } from './model';
import { fold } from './names';
import type { Asker } from './ruleIndex';

/** The subject with its teams. */
export function askerOf(
  policy: CompiledPolicy,
  subject: OwnershipSubject,
): Asker {
  const { teamsByGroup } = policy.internals;
  const user = fold(subject.userEntityRef);
  const refs = new Set([user]);
  const teams = new Set<string>();
  for (const group of subject.groupEntityRefs) {
    // Mostly it is written as the policy has it.
    let ref = group;
    let names = teamsByGroup.get(ref);
    if (!names) {
      ref = fold(group);
      names = teamsByGroup.get(ref);
    }
    refs.add(ref);
    if (names) for (const team of names) teams.add(team);
  }
  return { user, refs, teams };
}

/** Whether one of the owners is one of the teams. */
export function intersects(
  owners: ReadonlySet<string>,
  teams: ReadonlySet<string>,
): boolean {
  for (const owner of owners) if (teams.has(owner)) return true;
  return false;
}
