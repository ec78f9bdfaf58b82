// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { AclBinding, AclOperation } from '../model/observed';
import { groupBy, isAllowed } from './bindings';

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
  const acls = anywhere(options.acls);
  const byName = groupBy(acls, ({ patternType, resourceName }) =>
    patternType === 'LITERAL' ? `=${resourceName}` : `^${resourceName}`,
  );
  return options.topics.map(topic => {
    const beginnings = Array.from(
      { length: topic.length + 1 },
      (_, length) => `^${topic.slice(0, length)}`,
    );
    const concerned = [`=${topic}`, '=*', ...beginnings].flatMap(
      key => byName.get(key) ?? [],
    );
    const who = (operation: AclOperation) =>
      [...new Set(concerned.map(({ principal }) => principal))]
        .filter(
          principal =>
            principal !== 'User:*' &&
            isAllowed(concerned, {
              principal,
              operation,
              resourceType: 'TOPIC',
              resourceName: topic,
              host: '*',
            }),
        )
        .sort();
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
    .filter(({ resourceType }) => resourceType === 'TOPIC')
    .filter(({ permission, host }) => permission === 'ALLOW' || host === '*')
    .map(acl => ({ ...acl, host: '*' }));
}
