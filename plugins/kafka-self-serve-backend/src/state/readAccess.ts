// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { AclBinding } from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { Touched } from '../domain/state';
import type { StoredInstance } from '../domain/stored';
import { isKafkaError } from '../errors';
import { aclsOf } from '../kafka/operations/aclsOf';
import type { AclQuery, KafkaAdmin } from '../kafka/types';

/**
 * The ACLs that name a topic that is touched; where access changes also
 * everything that whoever is concerned may do, since one ACL can cover another.
 * Undefined where the brokers keep none.
 */
export async function readAccess(
  admin: Pick<KafkaAdmin, 'listAcls'>,
  { topics = [], principals = [], access }: Touched,
  instances: readonly StoredInstance[],
): Promise<AclBinding[] | undefined> {
  const named = topics.map(
    (resourceName): AclQuery => ({
      resourceType: 'TOPIC',
      patternType: 'LITERAL',
      resourceName,
    }),
  );
  try {
    const ofTopics = await aclsOf(admin, named);
    if (!access) return ofTopics;
    const concerned = new Set([
      ...principals,
      ...instances.flatMap(each => each.principals),
      ...ofTopics.map(({ principal }) => principal),
    ]);
    return await aclsOf(
      admin,
      [...concerned].map(principal => ({ principal })),
    );
  } catch (error) {
    if (isKafkaError(error, 'kafka-acls-disabled')) return undefined;
    throw error;
  }
}
