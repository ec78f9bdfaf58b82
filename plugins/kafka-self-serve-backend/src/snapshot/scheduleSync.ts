// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { KafkaParts, KafkaSync } from '../domain/ports';

/** Often enough for a page, and seldom enough for a cluster. */
const EVERY = { seconds: 60 };
const AT_MOST = { minutes: 10 };

/** Reads all environments, on one replica at a time. A cluster that does not answer keeps no other from being read. */
export async function scheduleSync(
  parts: Pick<KafkaParts, 'logger' | 'scheduler' | 'stores'> & {
    sync: KafkaSync;
  },
): Promise<void> {
  const { scheduler, stores, sync, logger } = parts;
  await scheduler.scheduleTask({
    id: 'kafka-self-serve-sync',
    frequency: EVERY,
    timeout: AT_MOST,
    initialDelay: { seconds: 2 },
    fn: async () => {
      const environments = await stores.environments.list();
      await Promise.all(
        environments.map(({ name }) =>
          sync.sync(name).catch(error => {
            // It was removed meanwhile, or the database is away.
            logger.warn(`Kafka environment "${name}" was not read: ${error}`);
          }),
        ),
      );
    },
  });
}
