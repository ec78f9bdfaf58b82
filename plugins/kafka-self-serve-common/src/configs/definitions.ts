// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import snapshot from './kafka-4.4-topic-configs.json';
import type { TopicConfigDefinition, TopicConfigDefinitions } from './types';

/** The version of Kafka that {@link KAFKA_TOPIC_CONFIGS} was read from. @public */
export const KAFKA_TOPIC_CONFIGS_VERSION = '4.4.0';

/**
 * Every topic config of Apache Kafka 4.4, as its broker defines it
 * (`org.apache.kafka.storage.internals.log.LogConfig`).
 *
 * @public
 */
export const KAFKA_TOPIC_CONFIGS: TopicConfigDefinitions = new Map(
  (snapshot as TopicConfigDefinition[]).map(definition => [
    definition.name,
    definition,
  ]),
);

/** One topic config as a broker describes it. @public */
export interface DescribedTopicConfig {
  name: string;
  /** The broker's words for the type, for example `LONG`. */
  type?: string;
  /** What holds for a topic without an override; left out where it has one. */
  default?: string;
}

/**
 * The definitions of one cluster: exactly the keys that its broker describes,
 * with ranges and words of the snapshot, and the broker's own defaults. A key
 * that the snapshot does not know (of a newer Kafka) is checked by type alone.
 *
 * @public
 */
export function describedTopicConfigs(
  described: Iterable<DescribedTopicConfig>,
): TopicConfigDefinitions {
  return new Map(
    [...described].map(entry => {
      const known = KAFKA_TOPIC_CONFIGS.get(entry.name);
      const definition: TopicConfigDefinition = {
        ...(known ?? {
          name: entry.name,
          type: toType(entry.type),
          description: '',
        }),
        default: entry.default ?? known?.default,
      };
      return [entry.name, definition];
    }),
  );
}

function toType(text = ''): TopicConfigDefinition['type'] {
  const types = ['BOOLEAN', 'DOUBLE', 'INT', 'LIST', 'LONG'] as const;
  return types.find(type => type === text.toUpperCase()) ?? 'STRING';
}
