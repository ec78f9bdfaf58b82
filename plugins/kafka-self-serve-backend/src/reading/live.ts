// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Cluster, KafkaParts } from '../domain/ports';

/**
 * Asks the cluster, and gives the fallback where it cannot be asked: a page out
 * of the snapshot with its age is of more use than none.
 */
export async function readLive<T>(
  { clusters, logger }: Pick<KafkaParts, 'clusters' | 'logger'>,
  environment: string,
  read: (cluster: Cluster) => Promise<T>,
): Promise<T | undefined> {
  try {
    return await read(await clusters.of(environment));
  } catch (error) {
    logger.debug(
      `Kafka environment "${environment}" was answered from its snapshot: ${error}`,
    );
    return undefined;
  }
}
