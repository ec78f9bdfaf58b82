// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { TopicSpec } from '@fairway/backstage-plugin-kafka-self-serve-common';
import {
  ConfigResourceTypes,
  IncrementalAlterConfigOperationTypes,
} from '@platformatic/kafka';
import type { ClusterClient } from '../client/ClusterClient';
import type { Outcome, Outcomes } from '../outcomes';
import type {
  ChangeOptions,
  CreatedTopic,
  PartitionIncrease,
  TopicConfigChange,
  TopicDeletion,
} from '../types';
import { chunks } from './chunks';

/** The id of a topic that was only validated. */
const NO_ID = /^[0-]*$/;
const nothing = () => undefined;

export async function createTopics(
  client: ClusterClient,
  topics: readonly TopicSpec[],
  { validateOnly = false }: ChangeOptions = {},
): Promise<Outcomes<CreatedTopic>> {
  const outcomes = new Map<string, Outcome<CreatedTopic>>();
  for (const some of chunks(topics)) {
    const answer = await client.controller(
      'CreateTopics',
      response => response.topics,
      some.map(({ name, partitions, replicationFactor, configs }) => ({
        name,
        numPartitions: partitions,
        replicationFactor,
        assignments: [],
        configs: Object.entries(configs).map(([key, value]) => ({
          name: key,
          value,
        })),
      })),
      client.broker.changeTimeout,
      validateOnly,
    );
    for (const topic of answer.topics) {
      const { name, topicId } = topic;
      const created = {
        name,
        ...(topicId && !NO_ID.test(topicId) && !validateOnly && { topicId }),
      };
      outcomes.set(
        name,
        client.outcome('CreateTopics', name, topic, () => created),
      );
    }
  }
  return outcomes;
}

export async function createPartitions(
  client: ClusterClient,
  increases: readonly PartitionIncrease[],
  { validateOnly = false }: ChangeOptions = {},
): Promise<Outcomes> {
  const outcomes = new Map<string, Outcome<void>>();
  for (const some of chunks(increases)) {
    const answer = await client.controller(
      'CreatePartitions',
      response => response.results,
      some.map(({ topic, partitions }) => ({
        name: topic,
        count: partitions,
        assignments: null,
      })),
      client.broker.changeTimeout,
      validateOnly,
    );
    for (const result of answer.results)
      outcomes.set(
        result.name,
        client.outcome('CreatePartitions', result.name, result, nothing),
      );
  }
  return outcomes;
}

export async function alterTopicConfigs(
  client: ClusterClient,
  changes: readonly TopicConfigChange[],
  { validateOnly = false }: ChangeOptions = {},
): Promise<Outcomes> {
  const outcomes = new Map<string, Outcome<void>>();
  for (const some of chunks(changes)) {
    const answer = await client.controller(
      'IncrementalAlterConfigs',
      response => response.responses,
      some.map(({ topic, set = {}, remove = [] }) => ({
        resourceType: ConfigResourceTypes.TOPIC,
        resourceName: topic,
        configs: [
          ...Object.entries(set).map(([name, value]) => ({
            name,
            configOperation: IncrementalAlterConfigOperationTypes.SET,
            value,
          })),
          ...remove.map(name => ({
            name,
            configOperation: IncrementalAlterConfigOperationTypes.DELETE,
          })),
        ],
      })),
      validateOnly,
    );
    for (const result of answer.responses)
      outcomes.set(
        result.resourceName,
        client.outcome(
          'IncrementalAlterConfigs',
          result.resourceName,
          result,
          nothing,
        ),
      );
  }
  return outcomes;
}

export async function deleteTopics(
  client: ClusterClient,
  deletions: readonly TopicDeletion[],
): Promise<Outcomes> {
  const outcomes = new Map<string, Outcome<void>>();
  for (const some of chunks(deletions)) {
    const names = new Map(
      some.flatMap(({ name, topicId }) => (topicId ? [[topicId, name]] : [])),
    );
    const answer = await client.controller(
      'DeleteTopics',
      response => response.responses,
      // The protocol takes the one or the other.
      some.map(({ name, topicId }) =>
        topicId ? { name: null, topicId } : { name },
      ),
      client.broker.changeTimeout,
    );
    for (const result of answer.responses) {
      const name = names.get(result.topicId) ?? result.name!;
      outcomes.set(name, client.outcome('DeleteTopics', name, result, nothing));
    }
  }
  return outcomes;
}
