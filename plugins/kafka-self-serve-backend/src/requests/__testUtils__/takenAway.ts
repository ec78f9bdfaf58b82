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

/** Asks and approves, with somebody at work at `GIVEN`; answers what became of it, and what the books say. */
export async function askForAccess(world: World, topic: string) {
  const { execution, failure } = await world.done(
    'kafka.grant',
    grantOf(topic),
    { by: 'pia', approvers: ['ada', 'otto'] },
  );
  return { execution, failure, grants: await world.stores.grants.list({}) };
}

export const NOT_GIVEN = {
  execution: 'failed',
  failure: expect.objectContaining({
    code: 'kafka-changed-meanwhile',
    message: expect.stringContaining('read back it is not so'),
  }),
  grants: [],
};
