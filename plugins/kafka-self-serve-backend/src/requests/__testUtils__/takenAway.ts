// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Access to a topic that somebody takes away right after it was given.
import type { AclBinding } from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { World } from './World';

export const readOf = (topic: string): AclBinding => ({
  resourceType: 'TOPIC',
  patternType: 'LITERAL',
  resourceName: topic,
  principal: 'User:payments',
  host: '*',
  operation: 'READ',
  permission: 'ALLOW',
});

/** Where the ACLs of a grant are written and recorded, and not yet read back. */
export const GIVEN = 'kafka.grant.execute.acl.create-1.recorded';

export const grantOf = (topic: string) => ({
  operation: 'create',
  grantee: 'payments@dev',
  access: 'CONSUME',
  topic: { pattern: 'LITERAL', name: topic },
  group: { pattern: 'PREFIXED', name: 'payments.' },
});

/** Asks and approves, with somebody at work at `GIVEN`; the books say afterwards what the brokers say. */
export async function expectNotGiven(world: World, topic: string) {
  const request = await world.done('kafka.grant', grantOf(topic), {
    by: 'pia',
    approvers: ['ada', 'otto'],
  });
  expect(request).toMatchObject({
    execution: 'failed',
    failure: {
      code: 'kafka-changed-meanwhile',
      message: expect.stringContaining('read back it is not so'),
    },
  });
  expect(await world.stores.grants.list({})).toEqual([]);
}
