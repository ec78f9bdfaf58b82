// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { KafkaSelfServeSettings } from '../config/readSelfServeConfig';
import type { KafkaStores } from '../domain/stores';

/**
 * Writes the environments and policies of the configuration, which win over
 * what administrators wrote. What the configuration has no longer stays, and
 * is theirs to change from then on. Any number of replicas may do it at once.
 */
export async function seedEnvironments(options: {
  settings: Pick<KafkaSelfServeSettings, 'environments' | 'policies'>;
  stores: KafkaStores;
  logger: LoggerService;
}): Promise<void> {
  const { settings, stores, logger } = options;
  for (const policy of settings.policies) {
    await stores.policies.put({ ...policy, configured: true });
  }
  const policies = new Set(settings.policies.map(({ name }) => name));
  for (const policy of await stores.policies.list()) {
    if (!policy.configured || policies.has(policy.name)) continue;
    await stores.policies.put({ ...policy, configured: false });
  }
  const names = new Set(settings.environments.map(({ name }) => name));
  const stored = await stores.environments.list();
  for (const environment of stored) {
    if (!environment.configured || names.has(environment.name)) continue;
    await stores.environments.update({ ...environment, configured: false });
  }
  for (const input of settings.environments) {
    const before = stored.find(({ name }) => name === input.name);
    // Another connection has to prove its cluster again.
    const clusterId =
      before?.connection === input.connection ? before.clusterId : undefined;
    const environment = { ...input, clusterId, configured: true };
    try {
      if (before) await stores.environments.update(environment);
      else await stores.environments.insert(environment);
    } catch (error) {
      // Another replica was faster, or something else has its order, connection or cluster.
      if (await stores.environments.get(input.name)) continue;
      logger.error(
        `The Kafka environment "${input.name}" of the configuration was not made: its order or connection is taken`,
        error as Error,
      );
    }
  }
}
