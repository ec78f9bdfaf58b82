// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { isError } from '@backstage/errors';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import {
  assertAcceptable,
  checkEnvironment,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { Clusters } from '../domain/clusters';
import type { KafkaSync } from '../domain/services';
import type { KafkaStores } from '../domain/stores';

/**
 * Reads an environment only once its cluster has proved to be no other's: one
 * of the configuration may have been away when the portal started.
 */
export function provingSync(options: {
  sync: KafkaSync;
  stores: KafkaStores;
  clusters: Pick<Clusters, 'of'>;
  clock: () => Date;
  metrics: MetricsService;
}): KafkaSync {
  const { sync, stores, clusters, clock, metrics } = options;
  const durations = metrics.createHistogram<{ reachable: string }>(
    'kafka-self-serve.sync.duration',
    { description: 'How long a cluster was read', unit: 's' },
  );
  return {
    async sync(name) {
      const began = performance.now();
      const info = await readProved(name);
      const seconds = (performance.now() - began) / 1000;
      durations.record(seconds, { reachable: String(info.reachable) });
      return info;
    },
  };

  async function readProved(name: string) {
    const environment = await stores.environments.get(name);
    if (!environment || environment.clusterId !== undefined) {
      return sync.sync(name);
    }
    try {
      const cluster = await clusters.of(name);
      const { clusterId } = await cluster.describe();
      const proved = { ...environment, clusterId };
      const environments = await stores.environments.list();
      assertAcceptable(checkEnvironment({ environment: proved, environments }));
      await stores.environments.update(proved);
    } catch (error) {
      const message = isError(error) ? error.message : String(error);
      await stores.snapshots.failed(name, {
        at: clock().toISOString(),
        message,
      });
      await stores.environments.setStatus(name, {
        ...environment.status,
        reachable: false,
        message,
      });
      const [info] = await stores.snapshots.info([name]);
      return info;
    }
    return sync.sync(name);
  }
}
