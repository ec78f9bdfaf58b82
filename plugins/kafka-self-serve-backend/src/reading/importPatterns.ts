// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type AclBinding,
  checkPattern,
  type OwnedPattern,
  owns,
  patternsOverlap,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { StoredGrant, StoredInstance } from '../domain/ports';
import { v7 as uuid } from 'uuid';

/** The name of a topic that is taken over, and who gets it. */
export interface Taken {
  topic: string;
  owner: StoredInstance;
}

/** Whose principal it is. */
export function instanceOf(
  instances: readonly StoredInstance[],
  principal: string,
): StoredInstance | undefined {
  return instances.find(({ principals }) => principals.includes(principal));
}

/** Owners with the patterns by which they own what they take over. */
export function withPatterns(
  taken: readonly Taken[],
  instances: readonly StoredInstance[],
  acls: readonly AclBinding[],
): StoredInstance[] {
  const changed = new Map<string, StoredInstance>();
  for (const { topic, owner } of taken) {
    const now = changed.get(owner.id) ?? {
      ...owner,
      patterns: [...owner.patterns],
    };
    changed.set(owner.id, now);
    if (owns(now, 'TOPIC', topic)) continue;
    const others = [
      ...instances.filter(({ id }) => id !== owner.id),
      ...[...changed.values()].filter(({ id }) => id !== owner.id),
    ];
    now.patterns.push(patternOf(topic, { owner, others, acls }));
  }
  return [...changed.values()];
}

/** The prefix by which the owner may write, where nobody else owns something that begins so; else the name alone. */
function patternOf(
  topic: string,
  options: {
    owner: StoredInstance;
    others: readonly StoredInstance[];
    acls: readonly AclBinding[];
  },
): OwnedPattern {
  const { owner, others, acls } = options;
  const [prefix] = acls
    .filter(
      acl =>
        acl.resourceType === 'TOPIC' &&
        acl.patternType === 'PREFIXED' &&
        acl.permission === 'ALLOW' &&
        (acl.operation === 'WRITE' || acl.operation === 'ALL') &&
        owner.principals.includes(acl.principal) &&
        topic.startsWith(acl.resourceName),
    )
    .map(({ resourceName }) => resourceName)
    .sort((one, other) => other.length - one.length);
  const wide: OwnedPattern = {
    type: 'TOPIC',
    pattern: 'PREFIXED',
    name: prefix ?? '',
  };
  const isFree =
    prefix !== undefined &&
    checkPattern(wide).length === 0 &&
    !others.some(({ patterns }) =>
      patterns.some(pattern => patternsOverlap(pattern, wide)),
    );
  return isFree ? wide : { type: 'TOPIC', pattern: 'LITERAL', name: topic };
}

/** Grants out of what others may read; a reader without a group of its own gets none, and stays on the list of drift. */
export function grantsOf(options: {
  environment: string;
  topic: string;
  owner: StoredInstance;
  readers: readonly string[];
  instances: readonly StoredInstance[];
}): StoredGrant[] {
  const { environment, topic, owner, readers, instances } = options;
  return readers.flatMap(principal => {
    const grantee = instanceOf(instances, principal);
    const group = grantee?.patterns.find(({ type }) => type === 'GROUP');
    const isOther = grantee && grantee.id !== owner.id;
    if (!isOther || !group) return [];
    return [
      {
        id: uuid(),
        environment,
        owner: owner.id,
        grantee: grantee.id,
        access: 'CONSUME' as const,
        topic: { pattern: 'LITERAL' as const, name: topic },
        group: { pattern: group.pattern, name: group.name },
        applied: true,
      },
    ];
  });
}
