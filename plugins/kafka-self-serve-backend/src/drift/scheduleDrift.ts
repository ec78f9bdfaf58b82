// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { KafkaParts } from '../domain/ports';
import { scan } from './scan';

const EVERY = { minutes: 5 };
const AT_MOST = { minutes: 10 };

/** Scans the environments one after another, on one replica at a time. */
export async function scheduleDrift(
  parts: Pick<
    KafkaParts,
    'clock' | 'clusters' | 'logger' | 'scheduler' | 'stores'
  >,
): Promise<void> {
  const { scheduler, stores, logger } = parts;
  await scheduler.scheduleTask({
    id: 'kafka-self-serve-drift',
    frequency: EVERY,
    timeout: AT_MOST,
    initialDelay: { seconds: 20 },
    fn: async () => {
      for (const { name } of await stores.environments.list()) {
        try {
          await scan(parts, name);
        } catch (error) {
          // What was found before stays, and the environment's health says why it is old.
          logger.warn(`Kafka environment "${name}" was not scanned: ${error}`);
        }
      }
    },
  });
}
