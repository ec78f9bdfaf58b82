// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { TopicSpec } from '../../plugins/kafka-self-serve-common/src';
import { PlatformaticKafkaAdmin } from '../../plugins/kafka-self-serve-backend/src/kafka/PlatformaticKafkaAdmin';
import { isKafkaError } from '../../plugins/kafka-self-serve-backend/src/errors';
import {
  allOf,
  failuresOf,
} from '../../plugins/kafka-self-serve-backend/src/kafka/outcomes';
import { waitFor } from './tools';

const CREATED_AT_ONCE = 500;

export const nameOf = (index: number) =>
  `orders.t${String(index).padStart(5, '0')}`;

/** Makes them, and waits until the brokers show them: what was created shows late. */
export function createTopics(
  bootstrapServers: string[],
  count: number,
): Promise<void> {
  return withAdmin(bootstrapServers, async admin => {
    for (let from = 0; from < count; from += CREATED_AT_ONCE) {
      const made = await admin.createTopics(
        Array.from(
          { length: Math.min(CREATED_AT_ONCE, count - from) },
          (_, index): TopicSpec => ({
            name: nameOf(from + index),
            partitions: 1,
            replicationFactor: 1,
            configs: index % 4 === 0 ? { 'retention.ms': '3600000' } : {},
          }),
        ),
      );
      for (const error of failuresOf(made).values()) {
        // A broker that was asked twice, since its answer was lost.
        if (!isKafkaError(error, 'kafka-topic-exists')) throw error;
      }
    }
    await waitFor(
      `${count} topics`,
      async () => (await admin.listTopics()).length >= count,
      { withinMs: 300_000 },
    );
  });
}

/** One of them becomes another behind the portal's back; answers its name. */
export function changeTopic(bootstrapServers: string[]): Promise<string> {
  return withAdmin(bootstrapServers, async admin => {
    const topic = nameOf(1);
    allOf(
      await admin.alterTopicConfigs([
        { topic, set: { 'segment.bytes': '1048576' } },
      ]),
    );
    return topic;
  });
}

async function withAdmin<T>(
  bootstrapServers: string[],
  work: (admin: PlatformaticKafkaAdmin) => Promise<T>,
): Promise<T> {
  const admin = PlatformaticKafkaAdmin.create({
    connection: {
      name: 'bench',
      bootstrapServers,
      connectTimeout: 5_000,
      requestTimeout: 60_000,
    },
  });
  try {
    return await work(admin);
  } finally {
    await admin.close();
  }
}
