// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Planning, approving and applying read what a request touches: as many rows in a large environment as in a small one.
import { TestDatabases } from '@backstage/backend-test-utils';
import type { KafkaRequestKind } from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { Knex } from 'knex';
import { topicOf } from '../__testUtils__/examples';
import { describeWithCluster } from './__testUtils__/describeWithCluster';
import { type OpenCluster, openCluster } from './__testUtils__/openCluster';
import { fill, rowsReadBy } from './__testUtils__/rowsRead';
import { World } from './__testUtils__/World';

jest.setTimeout(180_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

interface Asked {
  kind: KafkaRequestKind;
  payload: object;
  by?: string;
  approvers?: string[];
}

const create = (name: string) => ({
  operation: 'create',
  instance: 'orders@dev',
  name,
});

/** One after another, on the same cluster. */
const REQUESTS: Record<string, Asked> = {
  'a new topic': { kind: 'kafka.topic', payload: create('orders.new') },
  'other configs': {
    kind: 'kafka.topic',
    payload: {
      operation: 'config',
      name: 'orders.new',
      set: { 'retention.ms': '1000' },
    },
  },
  'a grant': {
    kind: 'kafka.grant',
    payload: {
      operation: 'create',
      grantee: 'payments@dev',
      access: 'CONSUME',
      topic: { pattern: 'LITERAL', name: 'orders.new' },
      group: { pattern: 'PREFIXED', name: 'payments.' },
    },
    by: 'pia',
    approvers: ['ada', 'otto'],
  },
  'several topics': {
    kind: 'kafka.bundle',
    payload: {
      items: ['orders.b1', 'orders.b2'].map(name => ({
        kind: 'kafka.topic',
        payload: create(name),
      })),
    },
  },
  'a claim': {
    kind: 'kafka.ownership-claim',
    payload: {
      instance: 'orders@dev',
      patterns: [{ type: 'TOPIC', pattern: 'LITERAL', name: 'nobodys' }],
    },
  },
  limits: {
    kind: 'kafka.limits',
    payload: { instance: 'orders@dev', limits: { topics: 20_000 } },
  },
  'a deletion': {
    kind: 'kafka.topic',
    payload: {
      operation: 'delete',
      name: 'orders.new',
      typedName: 'orders.new',
      graceDays: 0,
    },
  },
};

/** Rows of the plugin's own tables that the work reads, and how many questions to the broker are about all ACLs. */
async function readBy(
  knex: Knex,
  opened: OpenCluster,
  work: () => Promise<unknown>,
): Promise<{ rows: number; wholeAcls: number }> {
  const listAcls = jest.spyOn(opened.admin, 'listAcls');
  try {
    const { own } = await rowsReadBy(knex, work);
    const wholeAcls = listAcls.mock.calls.filter(
      ([query = {}]) => Object.keys(query).length === 0,
    ).length;
    return { rows: own, wholeAcls };
  } finally {
    listAcls.mockRestore();
  }
}

describeWithCluster('what a request reads', () => {
  async function measured(count: number) {
    const opened = await openCluster();
    try {
      const knex = await databases.init('SQLITE_3');
      const world = await World.create(knex, opened);
      await fill(world, count);
      await opened.admin.createTopics([topicOf('nobodys')]);
      const read: Record<string, { rows: number; wholeAcls: number }> = {};
      for (const [name, { kind, payload, ...options }] of Object.entries(
        REQUESTS,
      )) {
        read[name] = await readBy(knex, opened, async () => {
          const done = await world.done(kind, payload, options);
          expect({ name, execution: done.execution }).toEqual({
            name,
            execution: 'succeeded',
          });
        });
      }
      return read;
    } finally {
      await opened.close();
    }
  }

  it('does not grow with the environment', async () => {
    const small = await measured(20);
    expect(await measured(1_000)).toEqual(small);
    for (const { rows, wholeAcls } of Object.values(small)) {
      expect(rows).toBeGreaterThan(0);
      expect(wholeAcls).toBe(0);
    }
  });
});
