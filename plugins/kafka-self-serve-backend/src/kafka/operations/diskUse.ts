// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { CODES } from '../client/answers';
import type { ClusterClient } from '../client/ClusterClient';
import type { TopicDiskUse } from '../types';
import { byText } from './chunks';

const ALL_TOPICS = null;

export async function listDiskUse(
  client: ClusterClient,
): Promise<TopicDiskUse[]> {
  const answers = await client.everyBroker('DescribeLogDirs', ALL_TOPICS);
  const largest = new Map<string, bigint[]>();
  const everything = new Map<string, bigint>();
  for (const { errorCode, results } of answers) {
    if (errorCode)
      throw client.error('DescribeLogDirs', 'disks', { errorCode });
    for (const { topics, ...directory } of results) {
      // A broken disk holds nothing that can be read; its broker says so elsewhere.
      if (directory.errorCode !== CODES.NONE) continue;
      for (const { name, partitions } of topics) {
        const ofTopic = largest.get(name) ?? [];
        largest.set(name, ofTopic);
        for (const { partitionIndex, partitionSize } of partitions) {
          const before = ofTopic[partitionIndex] ?? 0n;
          if (partitionSize >= before) ofTopic[partitionIndex] = partitionSize;
          everything.set(name, (everything.get(name) ?? 0n) + partitionSize);
        }
      }
    }
  }
  return [...largest]
    .map(([topic, partitions]) => ({
      topic,
      bytes: Number(partitions.reduce((sum, size) => sum + size, 0n)),
      bytesWithReplicas: Number(everything.get(topic) ?? 0n),
    }))
    .sort(byText(({ topic }) => topic));
}
