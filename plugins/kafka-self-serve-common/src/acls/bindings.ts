// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { NamePattern } from '../model/application';
import type { AclBinding, AclOperation } from '../model/observed';

/** Kafka's word for every resource of a type, as a literal name. */
const EVERYTHING = '*';

/**
 * What allows an operation beside its own name
 * (`org.apache.kafka.server.authorizer`: READ, WRITE, DELETE and ALTER imply
 * DESCRIBE, ALTER_CONFIGS implies DESCRIBE_CONFIGS).
 */
const IMPLIED_BY: Partial<Record<AclOperation, AclOperation[]>> = {
  DESCRIBE: ['READ', 'WRITE', 'DELETE', 'ALTER'],
  DESCRIBE_CONFIGS: ['ALTER_CONFIGS'],
};

/** One line that tells a binding from every other, for people too. @public */
export function aclKey(acl: AclBinding): string {
  const { permission, principal, host, operation } = acl;
  const { resourceType, patternType, resourceName } = acl;
  return `${permission} ${principal} from ${host}: ${operation} on ${resourceType} ${patternType} ${resourceName}`;
}

/** Without repetitions, in the order of their keys. */
export function uniqueAcls(acls: Iterable<AclBinding>): AclBinding[] {
  const byKey = new Map([...acls].map(acl => [aclKey(acl), acl]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, acl]) => acl);
}

/** Those of `acls` that are not among `others`. */
export function aclsWithout(
  acls: Iterable<AclBinding>,
  others: Iterable<AclBinding>,
): AclBinding[] {
  const keys = new Set([...others].map(aclKey));
  return uniqueAcls(acls).filter(acl => !keys.has(aclKey(acl)));
}

/** Something that a client does. @public */
export interface AccessAttempt {
  principal: string;
  /** Address of the client. */
  host: string;
  operation: AclOperation;
  resourceType: AclBinding['resourceType'];
  resourceName: string;
}

/**
 * What Kafka's authorizer answers, super users aside: a DENY beats everything,
 * and without an ALLOW nothing is allowed.
 *
 * @public
 */
export function isAllowed(
  acls: Iterable<AclBinding>,
  attempt: AccessAttempt,
): boolean {
  let allowed = false;
  for (const acl of acls) {
    if (!concerns(acl, attempt)) continue;
    const { permission, operation } = acl;
    if (operation === attempt.operation || operation === 'ALL') {
      if (permission === 'DENY') return false;
      allowed = true;
    } else if (permission === 'ALLOW') {
      allowed ||= IMPLIED_BY[attempt.operation]?.includes(operation) ?? false;
    }
  }
  return allowed;
}

function concerns(acl: AclBinding, attempt: AccessAttempt): boolean {
  return (
    acl.resourceType === attempt.resourceType &&
    (acl.principal === attempt.principal || acl.principal === 'User:*') &&
    (acl.host === attempt.host || acl.host === '*') &&
    covers(acl, { pattern: 'LITERAL', name: attempt.resourceName })
  );
}

function covers(acl: AclBinding, inner: NamePattern): boolean {
  if (acl.patternType === 'PREFIXED') {
    return inner.name.startsWith(acl.resourceName);
  }
  return (
    acl.resourceName === EVERYTHING ||
    (inner.pattern === 'LITERAL' && inner.name === acl.resourceName)
  );
}

/** Whether `inner` allows nothing that `outer` does not allow. */
function isWithin(outer: AclBinding, inner: AclBinding): boolean {
  return (
    outer.resourceType === inner.resourceType &&
    outer.principal === inner.principal &&
    (outer.host === inner.host || outer.host === '*') &&
    (outer.operation === inner.operation ||
      outer.operation === 'ALL' ||
      (IMPLIED_BY[inner.operation]?.includes(outer.operation) ?? false)) &&
    covers(outer, { pattern: inner.patternType, name: inner.resourceName })
  );
}

/**
 * The fewest ALLOW bindings that give the same access: what another one gives
 * already is left out. DENY bindings stay.
 *
 * @public
 */
export function minimalAcls(acls: Iterable<AclBinding>): AclBinding[] {
  const all = uniqueAcls(acls);
  const places = new Map(all.map((acl, index) => [acl, index]));
  // Only what has the same principal and stands for the same names can make another one needless.
  const byNames = groupBy(all, acl => namesKey(acl, acl.patternType));
  const lengths = new Set(
    all
      .filter(({ patternType }) => patternType === 'PREFIXED')
      .map(({ resourceName }) => resourceName.length),
  );
  return all.filter(inner => {
    if (inner.permission === 'DENY') return true;
    const { resourceName: name } = inner;
    const rivals = [
      ...(byNames.get(namesKey(inner, 'LITERAL')) ?? []),
      ...(byNames.get(
        namesKey({ ...inner, resourceName: EVERYTHING }, 'LITERAL'),
      ) ?? []),
      ...[...lengths].flatMap(length =>
        length <= name.length
          ? byNames.get(
              namesKey(
                { ...inner, resourceName: name.slice(0, length) },
                'PREFIXED',
              ),
            ) ?? []
          : [],
      ),
    ];
    return !rivals.some(
      outer =>
        outer !== inner &&
        isCoveredBy(inner, outer) &&
        // Of two that give the same, the first stays.
        (places.get(outer)! < places.get(inner)! || !isCoveredBy(outer, inner)),
    );
  });
}

function namesKey(
  { principal, resourceType, resourceName }: AclBinding,
  patternType: AclBinding['patternType'],
): string {
  return JSON.stringify([principal, resourceType, patternType, resourceName]);
}

/** Whether an ALLOW gives nothing that another ALLOW does not give. */
export function isCoveredBy(inner: AclBinding, outer: AclBinding): boolean {
  return outer.permission === 'ALLOW' && isWithin(outer, inner);
}

export function groupBy<Item, Key>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key,
): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
