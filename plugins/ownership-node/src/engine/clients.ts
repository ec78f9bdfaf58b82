// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { OwnershipSubject } from '@fairway/backstage-plugin-ownership-common';
import type { ClientEntry, CompiledPolicy } from './model';
import { fold } from './names';

/**
 * The subject that a service principal asks as, by the `clients:` of the
 * policy; undefined if none names it, and then it has to be refused.
 *
 * @param principal - subject of service credentials: `external:release-bot`, `plugin:scaffolder`
 * @public
 */
export function subjectOfPrincipal(
  policy: CompiledPolicy,
  principal: string,
): OwnershipSubject | undefined {
  const folded = fold(principal);
  const client = [...policy.clients.values()].find(({ principals }) =>
    principals.some(each => fold(each) === folded),
  );
  return client && subjectOf(policy, client);
}

/**
 * The subject of a client by its name: `client:release-bot`.
 *
 * @public
 */
export function subjectOfClient(
  policy: CompiledPolicy,
  ref: string,
): OwnershipSubject | undefined {
  const folded = fold(ref);
  const client = folded.startsWith('client:')
    ? policy.clients.get(folded.slice('client:'.length))
    : undefined;
  return client && subjectOf(policy, client);
}

function subjectOf(
  policy: CompiledPolicy,
  { name, teams }: ClientEntry,
): OwnershipSubject {
  const groups = teams.flatMap(team => policy.teams.get(team)?.groups ?? []);
  return {
    userEntityRef: `client:${fold(name)}`,
    groupEntityRefs: [...new Set(groups)],
  };
}
