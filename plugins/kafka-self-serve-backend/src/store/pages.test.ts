// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Lists of 10,000 topics in each of three environments: found by an index that has their order and all that is asked of them.
import { TestDatabases } from '@backstage/backend-test-utils';
import type { TopicsQuery } from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { Knex } from 'knex';
import {
  applicationOf,
  environmentOf,
  instanceOf,
  topicOf,
  viewerOf,
} from '../__testUtils__/examples';
import type { Viewer } from '../domain/viewer';
import { plansOf } from './__testUtils__/plans';
import { kafkaMigrations } from './database';
import { KnexKafkaStores } from './KnexKafkaStores';

jest.setTimeout(180_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
  disableDocker: true,
});
const ENVIRONMENTS = ['dev', 'staging', 'prod'];
const TEAMS = 50;
const TOPICS = 10_000;
const SORTED = /TEMP B-TREE|^\s*(?:->\s*)?Sort\b/m;

const VIEWERS: Record<string, Viewer> = {
  'somebody of a team': viewerOf({ refs: ['group:default/team-7'] }),
  'somebody to whom instances are hidden': viewerOf({
    hiddenInstances: ['team-1@dev', 'team-2@prod'],
  }),
  'somebody who sees one environment': viewerOf({ environments: ['prod'] }),
};
const IN_ORDER: Record<string, TopicsQuery> = {
  everything: {},
  'an environment': { environment: ['prod'] },
  'two environments': { environment: ['dev', 'prod'] },
  'a text': { q: 'topic-99' },
  'by partitions': { sort: '-partitions' },
  'by size': { sort: '-bytes', environment: ['prod'] },
};
/** Few enough to sort. */
const FEW: Record<string, TopicsQuery> = {
  'an application': { application: ['team-3'] },
  mine: { mine: true },
  orphans: { owner: ['none'] },
};

describe.each(databases.eachSupportedId())('pages on %s', databaseId => {
  const isPostgres = databaseId.startsWith('POSTGRES');
  let knex: Knex;
  let stores: KnexKafkaStores;

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    await knex.migrate.latest(kafkaMigrations());
    stores = KnexKafkaStores.of(knex);
    for (const name of ENVIRONMENTS) {
      await stores.environments.insert(environmentOf(name));
    }
    await stores.transaction(async inside => {
      for (let team = 0; team < TEAMS; team++) {
        await inside.applications.put(applicationOf(`team-${team}`));
      }
      for (const name of ENVIRONMENTS) {
        await inside.applications.putInstances(
          Array.from({ length: TEAMS }, (_, team) =>
            instanceOf(`team-${team}`, name),
          ),
        );
      }
    });
    for (const name of ENVIRONMENTS) {
      await stores.snapshots.save(name, {
        asOf: '2026-11-23T02:00:00Z',
        clusterId: name,
        brokers: 3,
        topics: Array.from({ length: TOPICS }, (_, n) =>
          topicOf(
            n % 100 === 0 ? `orphan-${n}` : `team-${n % TEAMS}.topic-${n}`,
            {
              partitions: 1 + (n % 12),
              bytes: (n * 7919) % 1_000_003,
              configs: { 'retention.ms': '1000' },
              effective: { 'retention.ms': '1000', 'cleanup.policy': 'delete' },
            },
          ),
        ),
      });
    }
    if (isPostgres) await knex.raw('vacuum analyze');
  });

  const pagePlans = (query: TopicsQuery, viewer: Viewer) =>
    plansOf(knex, () => stores.topics.page(query, viewer));
  const nextOf = async (query: TopicsQuery, viewer: Viewer) =>
    (await stores.topics.page({ ...query, limit: 1 }, viewer)).nextCursor;

  describe.each(Object.entries(VIEWERS))('for %s', (_name, viewer) => {
    it.each(Object.entries(IN_ORDER))(
      'walk an index: %s',
      async (_query, query) => {
        const cursor = await nextOf(query, viewer);
        for (const page of [query, { ...query, cursor }]) {
          const plans = await pagePlans(page, viewer);
          const keys = plans.filter(plan => /order by/.test(plan));
          expect(keys).toHaveLength(1);
          expect(keys[0]).not.toMatch(SORTED);
          expect(keys[0]).toMatch(/using.* index|index.* using/i);
        }
      },
    );

    it.each(Object.entries(FEW))(
      'read only what they show: %s',
      async (_query, query) => {
        const plans = await pagePlans(query, viewer);
        const keys = plans.filter(plan => /order by/.test(plan));
        expect(keys[0]).not.toMatch(
          /^SCAN kafka_topics$|Seq Scan on kafka_topics/m,
        );
      },
    );
  });

  it.each(Object.entries(IN_ORDER))(
    'are found and counted without a row being read: %s',
    async (_name, query) => {
      for (const viewer of Object.values(VIEWERS)) {
        const cursor = await nextOf(query, viewer);
        for (const page of [query, { ...query, cursor }]) {
          const plans = await pagePlans(page, viewer);
          const found = plans.filter(plan => /order by|count\(/.test(plan));
          expect(found).toHaveLength(2);
          // PostgreSQL counts what is most of a table by its pages.
          const isMost = isPostgres && page.environment?.length !== 1;
          for (const plan of found) {
            if (isMost && !/order by/.test(plan)) continue;
            expect(plan).toMatch(/COVERING INDEX|Index Only Scan/);
          }
        }
      }
    },
  );

  it('show each topic once, forward and back', async () => {
    const viewer = VIEWERS['somebody of a team'];
    const query: TopicsQuery = { environment: ['dev'], sort: 'partitions' };
    const seen: string[] = [];
    const firsts: string[] = [];
    let cursor: string | undefined;
    let previous: string | undefined;
    do {
      const page = await stores.topics.page(
        { ...query, cursor, limit: 100 },
        viewer,
      );
      seen.push(...page.items.map(({ name }) => name));
      firsts.push(page.items[0].name);
      previous = page.prevCursor;
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(TOPICS);
    expect(seen).toHaveLength(TOPICS);
    const back = await stores.topics.page(
      { ...query, cursor: previous, limit: 100 },
      viewer,
    );
    expect(back.items[0].name).toBe(firsts.at(-2));
  });

  it('come one after the other for whoever needs all of an environment', async () => {
    const turns: number[] = [];
    const seen = new Set<string>();
    for await (const topics of stores.topics.each('dev')) {
      turns.push(topics.length);
      topics.forEach(({ name }) => seen.add(name));
    }
    expect(seen.size).toBe(TOPICS);
    expect(Math.max(...turns)).toBeLessThan(TOPICS / 10);
    expect(turns.reduce((sum, count) => sum + count)).toBe(TOPICS);
  });

  it('refuse a cursor of another list', async () => {
    const viewer = viewerOf();
    const cursor = await nextOf({ sort: '-bytes' }, viewer);
    for (const wrong of [
      cursor,
      'nonsense',
      btoa('["name",false,"after",[{},1]]'),
    ]) {
      await expect(
        stores.topics.page({ cursor: wrong }, viewer),
      ).rejects.toMatchObject({ code: 'kafka-cursor-invalid' });
    }
  });
});
