// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { AclBinding, AclOperation } from '../model/observed';
import { isAllowed } from './bindings';

/** Who a topic that was found on a cluster probably belongs to. @public */
export interface OwnerSuggestion {
  topic: string;
  /** The principal that writes; left out where none or several do. */
  owner?: string;
  /** Every principal that may write. */
  writers: string[];
  /** Principals that may read and do not own it: grants to be. */
  readers: string[];
}

/**
 * Suggests an owner for each topic of a cluster that is taken over: the one
 * principal with WRITE. What others may READ would be a grant.
 *
 * @public
 */
export function suggestOwners(options: {
  topics: readonly string[];
  acls: readonly AclBinding[];
}): OwnerSuggestion[] {
  const acls = options.acls.filter(
    ({ resourceType }) => resourceType === 'TOPIC',
  );
  const principals = [...new Set(acls.map(({ principal }) => principal))]
    .filter(principal => principal !== 'User:*')
    .sort();
  const byPrincipal = new Map(
    principals.map(principal => [
      principal,
      acls.filter(acl => [principal, 'User:*'].includes(acl.principal)),
    ]),
  );
  return options.topics.map(topic => {
    const who = (operation: AclOperation) =>
      principals.filter(principal =>
        isAllowed(anywhere(byPrincipal.get(principal) ?? []), {
          principal,
          operation,
          resourceType: 'TOPIC',
          resourceName: topic,
          host: '*',
        }),
      );
    const writers = who('WRITE');
    const [owner] = writers.length === 1 ? writers : [];
    return {
      topic,
      ...(owner !== undefined && { owner }),
      writers,
      readers: who('READ').filter(reader => reader !== owner),
    };
  });
}

/** From whichever address: only a DENY for all addresses takes something away. */
function anywhere(acls: readonly AclBinding[]): AclBinding[] {
  return acls
    .filter(({ permission, host }) => permission === 'ALLOW' || host === '*')
    .map(acl => ({ ...acl, host: '*' }));
}
