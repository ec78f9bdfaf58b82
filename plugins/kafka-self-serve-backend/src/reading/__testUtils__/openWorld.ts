// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { KAFKA_TOPIC_CONFIGS } from '@fairway/backstage-plugin-kafka-self-serve-common';
import {
  applicationOf,
  environmentOf,
  instanceOf,
} from '../../__testUtils__/examples';
import type { Cluster, Clusters, KafkaParts } from '../../domain/ports';
import { kafkaError } from '../../errors';
import { openCluster } from '../../requests/__testUtils__/openCluster';
import { kafkaMigrations, KnexKafkaStores } from '../../store';

const NOW = new Date('2026-11-23T02:00:00.000Z');

/** One secured cluster of an environment `dev`, two applications, and the stores on SQLite. */
export async function openWorld(databases: TestDatabases) {
  const open = await openCluster('dev');
  const knex = await databases.init('SQLITE_3');
  await knex.migrate.latest(kafkaMigrations());
  const clock = { now: NOW };
  const stores = KnexKafkaStores.of(knex, () => clock.now);
  let isAway = false;
  const cluster: Cluster = {
    environment: 'dev',
    connection: 'dev',
    embedded: true,
    admin: open.admin,
    registry: open.registry,
    describe: () => open.admin.describeCluster(),
    definitions: async () => KAFKA_TOPIC_CONFIGS,
  };
  const clusters: Pick<Clusters, 'of'> = {
    async of(name) {
      if (isAway) {
        throw kafkaError('kafka-unreachable', {
          cluster: name,
          reason: 'connection refused',
        });
      }
      return cluster;
    },
  };
  const { clusterId } = await open.admin.describeCluster();
  await stores.environments.insert(environmentOf('dev', { clusterId }));
  for (const name of ['orders', 'ledger']) {
    await stores.applications.put(applicationOf(name));
    await stores.applications.putInstance(instanceOf(name, 'dev'));
  }
  const parts = {
    stores,
    clusters: clusters as Clusters,
    clock: () => clock.now,
    logger: mockServices.logger.mock(),
    openRequests: {
      about: async () => [],
      pendingTopics: async () => [],
    },
    // Owners ask; nobody else does.
    authority: {
      async assertMayRequest({ requesterRef, ownerRefs, subject }) {
        if (
          requesterRef === 'user:default/pia' &&
          ownerRefs.includes('group:default/orders')
        )
          return;
        throw kafkaError('kafka-not-owner', {
          user: requesterRef,
          subject,
          owners: ownerRefs.join(', '),
        });
      },
      approvalOf: async () => ({ mode: 'auto', by: [] }),
      isAdministrator: async () => false,
    },
  } satisfies Partial<KafkaParts>;
  return {
    ...open,
    parts,
    stores,
    clock,
    /** The brokers answer no more, as far as the portal can tell. */
    goAway: () => {
      isAway = true;
    },
    comeBack: () => {
      isAway = false;
    },
  };
}

export type World = Awaited<ReturnType<typeof openWorld>>;
