// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { DescribedTopicConfig } from '@fairway/backstage-plugin-kafka-self-serve-common';
import {
  ConfigResourceTypes,
  ConfigSources,
  ConfigTypes,
} from '@platformatic/kafka';
import { CODES } from '../client/answers';
import type { CallResponse } from '../client/calls';
import type { ClusterClient } from '../client/ClusterClient';
import type { Outcome, Outcomes } from '../outcomes';
import type { ListedTopic, TopicConfigEntry, TopicDescription } from '../types';
import { byText, chunks } from './chunks';

type Topic = CallResponse<'Metadata'>['topics'][number];
type ConfigResult = CallResponse<'DescribeConfigs'>['results'][number];
type Config = ConfigResult['configs'][number];

const isOverride = ({ configSource }: Config) =>
  configSource === ConfigSources.DYNAMIC_TOPIC_CONFIG;

/** One is enough, unless it was deleted just now or has everything overridden. */
const TOPICS_TO_LEARN_FROM = 20;
/** With every config and where its value comes from, an answer about a topic is long: few are held at a time. */
const DESCRIBED_AT_ONCE = 100;
const ALL_TOPICS = null; // the protocol's word for it

interface ListOptions {
  configKeys?: readonly string[];
  internal?: boolean;
}

export async function listTopics(
  client: ClusterClient,
  options: ListOptions = {},
): Promise<ListedTopic[]> {
  const listed: ListedTopic[] = [];
  for await (const some of eachTopics(client, options)) listed.push(...some);
  return listed;
}

/** While the caller looks at some, the broker already works on the next. */
export async function* eachTopics(
  client: ClusterClient,
  options: ListOptions = {},
): AsyncGenerator<ListedTopic[]> {
  const { topics } = await client.any('Metadata', ALL_TOPICS, false, false);
  const listed = topics
    .filter(topic => topic.name && (options.internal || !topic.isInternal))
    // Of each no more than is told of it: what a large cluster answers is not held while its configs are read.
    .map(listedTopic)
    .sort(byText(({ name }) => name));
  const keys = [...(options.configKeys ?? [])];
  const parts = chunks(listed);
  const ask = (part: ListedTopic[] = []) => {
    if (keys.length === 0 || part.length === 0) {
      return Promise.resolve(new Map<string, ConfigResult>());
    }
    const answer = readConfigs(
      client,
      part.map(({ name }) => name),
      { keys },
    );
    // It is awaited in its turn, unless the caller ends before.
    answer.catch(() => {});
    return answer;
  };
  let next = ask(parts[0]);
  for (const [index, part] of parts.entries()) {
    const configs = await next;
    next = ask(parts[index + 1]);
    yield withConfigs(client, part, configs);
  }
}

function withConfigs(
  client: ClusterClient,
  topics: readonly ListedTopic[],
  configs: ReadonlyMap<string, ConfigResult>,
): ListedTopic[] {
  return (
    topics
      // It went between the two requests.
      .filter(
        ({ name }) =>
          configs.get(name)?.errorCode !== CODES.UNKNOWN_TOPIC_OR_PARTITION,
      )
      .map(topic => {
        const result = configs.get(topic.name);
        if (result && result.errorCode !== CODES.NONE)
          throw client.error('DescribeConfigs', topic.name, result);
        const found = result?.configs ?? [];
        return {
          ...topic,
          configs: valuesOf(found.filter(isOverride)),
          effective: valuesOf(found),
        };
      })
  );
}

/** Before its configs are known. */
function listedTopic(topic: Topic): ListedTopic {
  const { partitions } = topic;
  return {
    ...observed(topic, []),
    internal: topic.isInternal,
    effective: {},
    underReplicated: partitions.filter(
      ({ isrNodes, replicaNodes }) => isrNodes.length < replicaNodes.length,
    ).length,
    offline: partitions.filter(({ leaderId }) => leaderId < 0).length,
  };
}

function observed({ name, topicId, partitions }: Topic, configs: Config[]) {
  return {
    name: name!,
    ...(topicId && { topicId }),
    partitions: partitions.length,
    // A reassignment may be under way: the least is what can be counted on.
    replicationFactor: Math.min(
      ...partitions.map(({ replicaNodes }) => replicaNodes.length),
    ),
    configs: valuesOf(configs.filter(isOverride)),
  };
}

function valuesOf(configs: Config[]): Record<string, string> {
  const values: Record<string, string> = {};
  for (const { name, value } of configs) {
    if (typeof value === 'string') values[name] = value;
  }
  return values;
}

async function readConfigs(
  client: ClusterClient,
  names: readonly string[],
  options: { keys?: string[]; synonyms?: boolean } = {},
): Promise<Map<string, ConfigResult>> {
  const results = new Map<string, ConfigResult>();
  // One after another: side by side they would only make the broker wait for itself.
  for (const some of chunks(names)) {
    const answer = await client.any(
      'DescribeConfigs',
      some.map(resourceName => ({
        resourceType: ConfigResourceTypes.TOPIC,
        resourceName,
        configurationKeys: options.keys ?? null,
      })),
      options.synonyms ?? false,
      false,
    );
    for (const result of answer.results)
      results.set(result.resourceName, result);
  }
  return results;
}

export async function describeTopics(
  client: ClusterClient,
  names: readonly string[],
): Promise<Outcomes<TopicDescription>> {
  const outcomes = new Map<string, Outcome<TopicDescription>>();
  for (const some of chunks([...new Set(names)], DESCRIBED_AT_ONCE)) {
    const { topics } = await client.any('Metadata', some, false, false);
    const configs = await readConfigs(client, some, { synonyms: true });
    const found = new Map(topics.map(topic => [topic.name, topic]));
    for (const name of some) {
      const topic = found.get(name);
      const missing = { errorCode: CODES.UNKNOWN_TOPIC_OR_PARTITION };
      // A leader that is being elected is no error of the topic: its layout says so.
      const answer =
        topic && topic.partitions.length > 0
          ? configs.get(name) ?? missing
          : topic ?? missing;
      outcomes.set(
        name,
        client.outcome('Metadata', name, answer, () =>
          topicDescription(topic!, configs.get(name)?.configs ?? []),
        ),
      );
    }
  }
  return outcomes;
}

function topicDescription(topic: Topic, configs: Config[]): TopicDescription {
  return {
    ...observed(topic, configs),
    internal: topic.isInternal,
    layout: topic.partitions
      .map(({ partitionIndex, leaderId, replicaNodes, isrNodes }) => ({
        partition: partitionIndex,
        ...(leaderId >= 0 && { leader: leaderId }),
        replicas: replicaNodes,
        inSync: isrNodes,
      }))
      .sort((one, other) => one.partition - other.partition),
    entries: configs.map(configEntry).sort(byText(({ name }) => name)),
  };
}

function configEntry(config: Config): TopicConfigEntry {
  const standard = defaultOf(config);
  return {
    name: config.name,
    ...(typeof config.value === 'string' && { value: config.value }),
    overridden: isOverride(config),
    ...(standard !== undefined && { default: standard }),
    readOnly: config.readOnly,
  };
}

/** The first value that would be looked at without the override. */
function defaultOf(config: Config): string | undefined {
  const next = config.synonyms.find(
    ({ source }) => source !== ConfigSources.DYNAMIC_TOPIC_CONFIG,
  );
  return (
    next?.value ?? (isOverride(config) ? undefined : config.value) ?? undefined
  );
}

export async function describeTopicConfigs(
  client: ClusterClient,
): Promise<DescribedTopicConfig[]> {
  const { topics } = await client.any('Metadata', ALL_TOPICS, false, false);
  const names = topics.slice(0, TOPICS_TO_LEARN_FROM).map(({ name }) => name!);
  const results = await readConfigs(client, names, { synonyms: true });
  const configs = [...results.values()].flatMap(result => result.configs);
  // Of a config that is overridden the broker does not always say what is below.
  const described = new Map<string, Config>();
  for (const config of configs) {
    const known = described.get(config.name);
    if (!known || defaultOf(known) === undefined)
      described.set(config.name, config);
  }
  const typeNames = new Map<number, string>(
    Object.entries(ConfigTypes).map(([name, value]) => [value, name]),
  );
  return [...described.values()]
    .map(config => {
      const standard = defaultOf(config);
      return {
        name: config.name,
        type: typeNames.get(config.configType),
        ...(standard !== undefined && { default: standard }),
      };
    })
    .sort(byText(({ name }) => name));
}
