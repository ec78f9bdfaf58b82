// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { TestDatabases } from '@backstage/backend-test-utils';
import { aclsOfEnvironment } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { topicOf } from '../../__testUtils__/examples';
import { createReading } from '../createReading';
import { openWorld } from './openWorld';

/** A topic that is read and owned, and one that is left over, with access that nobody asked the portal for. */
export async function openReading(databases: TestDatabases) {
  const world = await openWorld(databases);
  const reading = createReading({
    ...world.parts,
    state: { load: () => Promise.reject(new Error('not asked for')) },
  });
  const { admin, messages } = world;
  await admin.createTopics([
    topicOf('orders.created', { configs: { 'retention.ms': '3600000' } }),
    topicOf('left.over', { partitions: 1 }),
  ]);
  await messages.produce('orders.created', ['one', 'two', 'three']);
  const reader = await messages.join({
    groupId: 'orders.mail',
    topic: 'orders.created',
    count: 1,
    protocol: 'classic',
  });
  await reader.leave();
  await admin.createAcls(
    aclsOfEnvironment({
      instances: await world.stores.applications.instances(),
      grants: [],
      now: '2026-11-23T02:00:00Z',
    }),
  );
  await admin.createAcls([
    {
      resourceType: 'TOPIC',
      patternType: 'LITERAL',
      resourceName: 'left.over',
      principal: 'User:ledger',
      host: '*',
      operation: 'WRITE',
      permission: 'ALLOW',
    },
  ]);
  return { world, reading };
}
