// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Each rule says the same of one thing (`apply`) and of a list in the database (`toQuery`), under any combination.
import { TestDatabases } from '@backstage/backend-test-utils';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import fc from 'fast-check';
import {
  applicationOf,
  environmentOf,
  instanceOf,
  topicOf,
  viewerOf,
} from '../__testUtils__/examples';
import type { KafkaResource, ResourceCriterion } from '../domain/viewer';
import { matches } from '../reading/visible';
import { kafkaMigrations, KnexKafkaStores } from '../store';
import { readResource } from './registerPermissions';
import {
  applicationRules,
  environmentRules,
  kafkaResourceRules,
} from './rules';

jest.setTimeout(120_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
  disableDocker: true,
});
const ENVIRONMENTS = ['dev', 'prod'];
const APPLICATIONS = ['orders', 'payments'];
const TOPICS = ['orders.a', 'orders.b', 'payments.a', 'orphan'];

type Rule = { name: string; values: string[] };
type Criteria = PermissionCriteria<Rule>;

const VALUES = [
  ...ENVIRONMENTS,
  ...APPLICATIONS,
  ...TOPICS,
  'topic',
  'grant',
  'group:default/orders',
  'group:default/PAYMENTS',
];
const rule: fc.Arbitrary<Rule> = fc.record({
  name: fc.constantFrom(...kafkaResourceRules.map(({ name }) => name)),
  values: fc.subarray(VALUES, { minLength: 1, maxLength: 4 }),
});
const { criteria } = fc.letrec<{ criteria: Criteria }>(tie => ({
  criteria: fc.oneof(
    { maxDepth: 3 },
    rule,
    fc.record({ not: tie('criteria') }),
    fc
      .array(tie('criteria'), { minLength: 1, maxLength: 3 })
      .map(all => ({ allOf: all as [Criteria, ...Criteria[]] })),
    fc
      .array(tie('criteria'), { minLength: 1, maxLength: 3 })
      .map(any => ({ anyOf: any as [Criteria, ...Criteria[]] })),
  ),
}));

function ruleNamed(name: string) {
  return kafkaResourceRules.find(each => each.name === name)!;
}

function applied(tree: Criteria, resource: KafkaResource): boolean {
  if ('allOf' in tree) return tree.allOf.every(each => applied(each, resource));
  if ('anyOf' in tree) return tree.anyOf.some(each => applied(each, resource));
  if ('not' in tree) return !applied(tree.not, resource);
  return ruleNamed(tree.name).apply(resource, { values: tree.values });
}

function queried(tree: Criteria): PermissionCriteria<ResourceCriterion> {
  if ('allOf' in tree) {
    const [first, ...rest] = tree.allOf.map(queried);
    return { allOf: [first, ...rest] };
  }
  if ('anyOf' in tree) {
    const [first, ...rest] = tree.anyOf.map(queried);
    return { anyOf: [first, ...rest] };
  }
  if ('not' in tree) return { not: queried(tree.not) };
  return ruleNamed(tree.name).toQuery({
    values: tree.values,
  }) as ResourceCriterion;
}

describe.each(databases.eachSupportedId())('rules on %s', databaseId => {
  let stores: KnexKafkaStores;

  beforeAll(async () => {
    const knex = await databases.init(databaseId);
    await knex.migrate.latest(kafkaMigrations());
    stores = KnexKafkaStores.of(knex);
    for (const name of APPLICATIONS) {
      await stores.applications.put(applicationOf(name));
    }
    for (const name of ENVIRONMENTS) {
      await stores.environments.insert(environmentOf(name));
      await stores.applications.putInstances(
        APPLICATIONS.map(application => instanceOf(application, name)),
      );
      await stores.snapshots.save(name, {
        asOf: '2026-11-23T02:00:00Z',
        clusterId: name,
        brokers: 1,
        topics: TOPICS.map(topic => topicOf(topic)),
        groups: ['orders.g', 'orphan'].map(groupId => ({
          groupId,
          state: 'EMPTY' as const,
          members: 0,
          topics: [],
        })),
      });
    }
  });

  const seen = {
    topic: async (query: PermissionCriteria<ResourceCriterion>) =>
      (
        await stores.topics.page({ limit: 100 }, viewerOf({ criteria: query }))
      ).items.map(({ environment, name }) => `topic:${environment}/${name}`),
    group: async (query: PermissionCriteria<ResourceCriterion>) =>
      (
        await stores.groups.page({ limit: 100 }, viewerOf({ criteria: query }))
      ).items.map(
        ({ environment, groupId }) => `group:${environment}/${groupId}`,
      ),
  };

  it.each(['topic', 'group'] as const)(
    'say the same of one %s and of the list',
    async type => {
      const everything = await seen[type]({ field: 'type', values: [type] });
      const resources = await Promise.all(
        everything.map(ref => readResource(stores, ref)),
      );
      expect(resources.length).toBeGreaterThan(3);
      expect(resources).not.toContain(undefined);
      await fc.assert(
        fc.asyncProperty(criteria, async tree => {
          const listed = await seen[type](queried(tree));
          const expected = everything.filter((_, index) =>
            applied(tree, resources[index]!),
          );
          expect(listed.sort()).toEqual(expected.sort());
          // The reading routes ask the criteria of one thing in memory.
          for (const resource of resources) {
            expect(matches(queried(tree), resource!)).toBe(
              applied(tree, resource!),
            );
          }
        }),
        { numRuns: 150 },
      );
    },
  );

  it('say the same of one application and of the list', async () => {
    for (const { name, apply, toQuery } of applicationRules) {
      for (const value of VALUES) {
        const query = toQuery({ values: [value] }) as ResourceCriterion;
        for (const [tree, isWanted] of [
          [query, true],
          [{ not: query }, false],
        ] as const) {
          const page = await stores.applications.page(
            {},
            viewerOf({ criteria: tree }),
          );
          const expected = (await stores.applications.list()).filter(
            each => apply(each, { values: [value] }) === isWanted,
          );
          expect([name, value, page.items]).toEqual([name, value, expected]);
        }
      }
    }
  });

  it('know environments by their own names and by those of the ownership policy', async () => {
    const prod = await stores.environments.get('prod');
    const said = environmentRules.map(({ name, apply }) => [
      name,
      apply(prod!, { values: ['prod'] }),
      apply(prod!, { values: ['kafka-prod'] }),
    ]);
    expect(said).toEqual([
      ['IS_ENVIRONMENT', true, false],
      ['IN_ENVIRONMENT', true, false],
      ['IS_STORE', false, true],
    ]);
  });

  it('find nothing behind a ref that names nothing', async () => {
    for (const ref of [
      'topic:prod/none',
      'topic:prod',
      'x:prod/orders.a',
      '',
    ]) {
      await expect(readResource(stores, ref)).resolves.toBeUndefined();
    }
  });
});
