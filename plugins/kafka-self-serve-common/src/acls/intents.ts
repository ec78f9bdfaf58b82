// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  ApplicationInstance,
  NamePattern,
  ResourceType,
} from '../model/application';
import type { AclBinding, AclOperation } from '../model/observed';
import type { Grant } from '../model/resources';
import { aclsWithout, minimalAcls } from './bindings';

/** What somebody wants to do, in the field's words. @public */
export type AccessIntent = { principals: readonly string[] } & (
  | { access: 'CONSUME'; topic: NamePattern; group: NamePattern }
  | { access: 'PRODUCE'; topic: NamePattern; transactionalId?: NamePattern }
  /** What an instance does with its own groups and transactional ids. */
  | { access: 'USE'; type: 'GROUP' | 'TRANSACTIONAL_ID'; resource: NamePattern }
);

type Need = [
  ResourceType & AclBinding['resourceType'],
  AclOperation,
  NamePattern,
];

/**
 * What each intent needs, and nothing more: READ and WRITE bring DESCRIBE with
 * them, and a producer is idempotent by its WRITE alone since Kafka 3.0.
 */
function needsOf(intent: AccessIntent): Need[] {
  switch (intent.access) {
    case 'CONSUME':
      return [
        ['TOPIC', 'READ', intent.topic],
        ['GROUP', 'READ', intent.group],
      ];
    case 'PRODUCE':
      return [
        ['TOPIC', 'WRITE', intent.topic],
        ...(intent.transactionalId
          ? [['TRANSACTIONAL_ID', 'WRITE', intent.transactionalId] as Need]
          : []),
      ];
    default:
      return [
        [
          intent.type,
          intent.type === 'GROUP' ? 'READ' : 'WRITE',
          intent.resource,
        ],
      ];
  }
}

/** The fewest ACLs that let everybody do what they want, in a fixed order. @public */
export function aclsOfIntents(intents: Iterable<AccessIntent>): AclBinding[] {
  return minimalAcls(
    [...intents].flatMap(intent =>
      intent.principals.flatMap(principal =>
        needsOf(intent).map(
          ([resourceType, operation, { pattern, name }]): AclBinding => ({
            resourceType,
            patternType: pattern,
            resourceName: name,
            principal,
            host: '*',
            operation,
            permission: 'ALLOW',
          }),
        ),
      ),
    ),
  );
}

/** What an instance does with what it owns: it reads and writes its topics, with its groups and ids. @public */
export function intentsOfInstance(
  instance: Pick<ApplicationInstance, 'principals' | 'patterns'>,
): AccessIntent[] {
  const { principals, patterns } = instance;
  const groups = patterns.filter(({ type }) => type === 'GROUP');
  return patterns.flatMap(({ type, pattern, name }): AccessIntent[] => {
    const resource = { pattern, name };
    switch (type) {
      case 'TOPIC':
        return [
          { principals, access: 'PRODUCE', topic: resource },
          // Without a group of its own an instance cannot consume.
          ...groups.map(
            (group): AccessIntent => ({
              principals,
              access: 'CONSUME',
              topic: resource,
              group,
            }),
          ),
        ];
      case 'GROUP':
      case 'TRANSACTIONAL_ID':
        return [{ principals, access: 'USE', type, resource }];
      default:
        // Kafka's ACLs know no subjects: the registry guards them.
        return [];
    }
  });
}

/** Whether a grant holds at a time, ISO 8601. @public */
export function isGrantActive(grant: Grant, now: string): boolean {
  const { revokedAt, expiresAt } = grant;
  return (
    revokedAt === undefined &&
    (expiresAt === undefined || Date.parse(expiresAt) > Date.parse(now))
  );
}

/** @public */
export function intentOfGrant(
  grant: Pick<Grant, 'access' | 'topic' | 'group' | 'transactionalId'>,
  grantee: Pick<ApplicationInstance, 'principals'>,
): AccessIntent | undefined {
  const { access, topic, group, transactionalId } = grant;
  const { principals } = grantee;
  if (access === 'PRODUCE') {
    return { principals, access, topic, transactionalId };
  }
  return group && { principals, access, topic, group };
}

/** Every ACL of the instances of one environment and the grants that hold between them. @public */
export function aclsOfEnvironment(options: {
  instances: readonly ApplicationInstance[];
  grants: readonly Grant[];
  /** ISO 8601; grants that have ended by then give nothing. */
  now: string;
}): AclBinding[] {
  const { instances, grants, now } = options;
  const byId = new Map(instances.map(instance => [instance.id, instance]));
  const given = grants.flatMap(grant => {
    const grantee = byId.get(grant.grantee);
    const intent =
      grantee && isGrantActive(grant, now)
        ? intentOfGrant(grant, grantee)
        : undefined;
    return intent ? [intent] : [];
  });
  return aclsOfIntents([...instances.flatMap(intentsOfInstance), ...given]);
}

/**
 * What to add and what to take away so that the ACLs of `before` become those
 * of `after`. Both have to be whole (everybody's), since one ACL can serve
 * several intents.
 *
 * @public
 */
export function aclDelta(options: {
  before: Iterable<AclBinding>;
  after: Iterable<AclBinding>;
}): { acls: AclBinding[]; revokedAcls: AclBinding[] } {
  const { before, after } = options;
  return {
    acls: aclsWithout(after, before),
    revokedAcls: aclsWithout(before, after),
  };
}
