// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What a broker itself says, asked past the portal.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { Broker } from './fixtures';

/** The client that the backend has. */
const client = createRequire(
  resolve(
    __dirname,
    '../../../../plugins/kafka-self-serve-backend/package.json',
  ),
);

/** Partitions of a topic, and who may do what on it, as `User:payments READ`. */
export async function topicOnBroker(
  { bootstrapServers, superuser }: Broker,
  topic: string,
): Promise<{ partitions: number; access: string[] }> {
  const {
    Admin,
    AclOperations,
    AclPermissionTypes,
    ResourcePatternTypes,
    ResourceTypes,
  } = client('@platformatic/kafka');
  const admin = new Admin({
    clientId: 'browser-test',
    bootstrapBrokers: bootstrapServers,
    ...(superuser && { sasl: superuser }),
  });
  try {
    const { topics } = await admin.metadata({ topics: [topic] });
    const found: { acls: { principal: string; operation: number }[] }[] =
      await admin.describeAcls({
        filter: {
          resourceType: ResourceTypes.TOPIC,
          resourceName: topic,
          resourcePatternType: ResourcePatternTypes.LITERAL,
          principal: null,
          host: null,
          operation: AclOperations.ANY,
          permissionType: AclPermissionTypes.ALLOW,
        },
      });
    const operationOf = (number: number) =>
      Object.keys(AclOperations).find(name => AclOperations[name] === number);
    return {
      partitions: topics.get(topic).partitionsCount,
      access: found
        .flatMap(({ acls }) => acls)
        .map(acl => `${acl.principal} ${operationOf(acl.operation)}`)
        .sort(),
    };
  } finally {
    await admin.close();
  }
}
