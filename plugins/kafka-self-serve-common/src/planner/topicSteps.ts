// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { wordsOfCount } from '@fairway/requests-common';
import { KAFKA_TOPIC_CONFIGS } from '../configs/definitions';
import type { TopicConfigDefinitions } from '../configs/types';
import { normaliseConfigValue } from '../configs/values';
import type { TopicConfigs } from '../model/environment';
import type { ObservedTopic } from '../model/observed';
import type { TopicSpec } from '../model/resources';
import type { PlanStep } from './types';

/** Only what a topic is made of, its configs in the order of their keys. */
export function plainTopic(
  topic: TopicSpec | ObservedTopic,
  definitions: TopicConfigDefinitions = KAFKA_TOPIC_CONFIGS,
): TopicSpec {
  const { name, partitions, replicationFactor } = topic;
  const configs = normalised(topic.configs, definitions);
  return { name, partitions, replicationFactor, configs };
}

function normalised(
  configs: TopicConfigs,
  definitions: TopicConfigDefinitions,
): Record<string, string> {
  return Object.fromEntries(
    Object.keys(configs)
      .sort()
      .map(key => [
        key,
        normaliseConfigValue(definitions.get(key), configs[key]),
      ]),
  );
}

/** The overrides that differ, as they are and as they should be; undefined when none does. */
export function configChanges(
  before: TopicConfigs,
  after: TopicConfigs,
  definitions: TopicConfigDefinitions = KAFKA_TOPIC_CONFIGS,
): { before: TopicConfigs; after: TopicConfigs } | undefined {
  const old = normalised(before, definitions);
  const next = normalised(after, definitions);
  const keys = [...new Set([...Object.keys(old), ...Object.keys(next)])]
    .filter(key => old[key] !== next[key])
    .sort();
  const pick = (from: Record<string, string>) =>
    Object.fromEntries(
      keys.filter(key => Object.hasOwn(from, key)).map(key => [key, from[key]]),
    );
  return keys.length > 0 ? { before: pick(old), after: pick(next) } : undefined;
}

/** What makes a topic as it should be: never fewer partitions, never another number of replicas. */
export function topicSteps(options: {
  desired: TopicSpec;
  observed?: ObservedTopic;
  definitions?: TopicConfigDefinitions;
}): PlanStep[] {
  const { desired, observed, definitions } = options;
  const { name: topic } = desired;
  if (!observed) {
    const after = plainTopic(desired, definitions);
    const partitions = wordsOfCount(after.partitions, 'partition');
    const replicas = wordsOfCount(after.replicationFactor, 'replica');
    return [
      {
        id: `topic.create:${topic}`,
        action: 'topic.create',
        title: `Create the topic ${topic} with ${partitions} and ${replicas}`,
        irreversible: false,
        after,
      },
    ];
  }
  const steps: PlanStep[] = [];
  if (desired.partitions > observed.partitions) {
    steps.push({
      id: `topic.partitions:${topic}`,
      action: 'topic.partitions',
      title: `Give the topic ${topic} ${desired.partitions} partitions instead of ${observed.partitions}`,
      irreversible: true,
      topic,
      before: { partitions: observed.partitions },
      after: { partitions: desired.partitions },
    });
  }
  const changes = configChanges(observed.configs, desired.configs, definitions);
  if (changes) {
    const keys = Object.keys({ ...changes.before, ...changes.after }).sort();
    steps.push({
      id: `topic.configs:${topic}`,
      action: 'topic.configs',
      title: `Change ${keys.join(', ')} of the topic ${topic}`,
      irreversible: false,
      topic,
      ...changes,
    });
  }
  return steps;
}

export function topicDeletion(
  observed: ObservedTopic,
  definitions?: TopicConfigDefinitions,
): PlanStep {
  return {
    id: `topic.delete:${observed.name}`,
    action: 'topic.delete',
    title: `Delete the topic ${observed.name} and all of its records`,
    irreversible: true,
    before: plainTopic(observed, definitions),
  };
}
