// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { SnapshotInfo } from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { KafkaParts } from '../domain/ports';
import type { KafkaSync } from '../domain/services';
import { scan } from '../drift';

/** Reads a cluster now and compares it with what is desired: a person who asks does not wait for the next scan. */
export async function readAgain(
  parts: Pick<KafkaParts, 'clock' | 'clusters' | 'stores'> & {
    sync: KafkaSync;
  },
  name: string,
): Promise<SnapshotInfo> {
  const info = await parts.sync.sync(name);
  if (info.reachable) await scan(parts, name);
  return info;
}
