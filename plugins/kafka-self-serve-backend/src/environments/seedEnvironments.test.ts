// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import type { EnvironmentInput } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { environmentOf } from '../__testUtils__/examples';
import type { Cluster } from '../domain/clusters';
import { kafkaMigrations, KnexKafkaStores } from '../store';
import { provingSync } from './provingSync';
import { seedEnvironments } from './seedEnvironments';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const logger = mockServices.logger.mock();

function inputOf(name: string, change: object = {}): EnvironmentInput {
  const { configured, clusterId, ...input } = environmentOf(name);
  return { ...input, ...change } as EnvironmentInput;
}

describe('environments of the configuration', () => {
  let stores: KnexKafkaStores;

  beforeEach(async () => {
    const knex = await databases.init('SQLITE_3');
    await knex.migrate.latest(kafkaMigrations());
    stores = KnexKafkaStores.of(knex);
    logger.error.mockClear();
  });

  const seed = (
    environments: EnvironmentInput[],
    policies: { name: string; constraints: [] }[] = [],
  ) =>
    seedEnvironments({ settings: { environments, policies }, stores, logger });
  const byName = async () =>
    new Map((await stores.environments.list()).map(each => [each.name, each]));

  it('win at every start, and keep what their clusters proved', async () => {
    await seed([inputOf('dev')]);
    const [first] = await stores.environments.list();
    await stores.environments.update({ ...first, clusterId: 'proved' });
    await seed([inputOf('dev', { displayName: 'Development' })]);
    expect((await byName()).get('dev')).toMatchObject({
      displayName: 'Development',
      clusterId: 'proved',
      configured: true,
    });
    // Another connection has to prove itself.
    await seed([inputOf('dev', { connection: 'other' })]);
    expect((await byName()).get('dev')?.clusterId).toBeUndefined();
  });

  it('are for administrators to change when the configuration has them no longer', async () => {
    await seed(
      [inputOf('dev'), inputOf('prod')],
      [{ name: 'names', constraints: [] }],
    );
    await seed([inputOf('prod')]);
    const found = await byName();
    expect(found.get('dev')?.configured).toBe(false);
    expect(found.get('prod')?.configured).toBe(true);
    expect(await stores.policies.get('names')).toMatchObject({
      configured: false,
    });
  });

  it('do not keep the portal from starting when something has their place', async () => {
    await stores.environments.insert(environmentOf('dev'));
    await seed([inputOf('prod', { connection: 'dev' })]);
    expect([...(await byName()).keys()]).toEqual(['dev']);
    expect(logger.error).toHaveBeenCalledTimes(1);
  });

  it('are read once their cluster has proved to be no other’s', async () => {
    await stores.environments.insert(environmentOf('dev'));
    await seed([inputOf('prod')]);
    let clusterId = 'cluster-dev';
    const read: string[] = [];
    const sync = provingSync({
      stores,
      clusters: {
        of: async () =>
          ({ describe: async () => ({ clusterId }) } as unknown as Cluster),
      },
      sync: {
        async sync(environment) {
          read.push(environment);
          return { environment, reachable: true };
        },
      },
      clock: () => new Date(),
      metrics: metricsServiceMock.mock(),
    });
    expect(await sync.sync('prod')).toMatchObject({
      reachable: false,
      message: expect.stringContaining('cluster-dev'),
    });
    expect(read).toEqual([]);
    expect((await byName()).get('prod')).toMatchObject({
      status: { reachable: false },
    });
    clusterId = 'cluster-prod';
    expect(await sync.sync('prod')).toMatchObject({ reachable: true });
    expect((await byName()).get('prod')?.clusterId).toBe('cluster-prod');
    expect(read).toEqual(['prod']);
  });
});
