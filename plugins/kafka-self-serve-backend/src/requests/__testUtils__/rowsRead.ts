// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// How much is read where there is much, to be compared with how much is read where there is little.
import type { AclBinding } from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { Knex } from 'knex';
import {
  applicationOf,
  instanceOf,
  topicOf,
} from '../../__testUtils__/examples';
import type { StoredGrant } from '../../domain/ports';
import type { World } from './World';

/** Rows of the plugin's own tables and of its requests that the work reads. */
export async function rowsReadBy(
  knex: Knex,
  work: () => Promise<unknown>,
): Promise<{ own: number; requests: number }> {
  const rows = { own: 0, requests: 0 };
  const count = (response: unknown, { sql }: { sql: string }) => {
    if (!/^\s*(?:select|with)/i.test(sql)) return;
    const found = Array.isArray(response) ? response.length : 1;
    if (/[`"]kafka_/.test(sql)) rows.own += found;
    else if (/[`"]requests/.test(sql)) rows.requests += found;
  };
  knex.on('query-response', count);
  try {
    await work();
    return rows;
  } finally {
    knex.removeListener('query-response', count);
  }
}

/** Topics of the same owner, teams with names of their own, and grants between them. */
export async function fill(world: World, count: number): Promise<void> {
  const teams = Array.from({ length: count / 10 }, (_, n) => `team${n}`);
  for (const team of teams) {
    await world.stores.applications.put(applicationOf(team));
  }
  await world.stores.applications.putInstances(
    teams.map(team => instanceOf(team, 'dev')),
  );
  await world.stores.grants.put(
    teams.map(
      (team): StoredGrant => ({
        id: `grant-${team}`,
        environment: 'dev',
        owner: 'orders@dev',
        grantee: `${team}@dev`,
        access: 'PRODUCE',
        topic: { pattern: 'LITERAL', name: 'orders.t0' },
        applied: true,
      }),
    ),
  );
  await world.stores.snapshots.save('dev', {
    asOf: '2026-06-01T09:00:00Z',
    clusterId: 'cluster-dev',
    brokers: 1,
    topics: [
      topicOf('nobodys'),
      ...Array.from({ length: count }, (_, n) => topicOf(`orders.t${n}`)),
    ],
    groups: Array.from({ length: count }, (_, n) => ({
      groupId: `orders.g${n}`,
      state: 'EMPTY' as const,
      members: 0,
      topics: [`orders.t${n}`],
    })),
    acls: teams.map(
      (team): AclBinding => ({
        resourceType: 'TOPIC',
        patternType: 'LITERAL',
        resourceName: 'orders.t0',
        principal: `User:${team}`,
        host: '*',
        operation: 'WRITE',
        permission: 'ALLOW',
      }),
    ),
  });
}
