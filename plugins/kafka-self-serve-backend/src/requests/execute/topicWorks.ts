// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  KAFKA_TOPIC_CONFIGS,
  normaliseConfigValue,
  type TopicConfigs,
  type TopicSpec,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { isKafkaError } from '../../errors';
import {
  allOf,
  failuresOf,
  outcomeOf,
  succeededOf,
} from '../../kafka/outcomes';
import type { TopicDescription } from '../../kafka/types';
import type {
  RequestCluster,
  Standing,
  WorkContext,
  WorkHandler,
  WorkOf,
} from './types';

const BEFORE: Standing = { at: 'before' };
const AFTER: Standing = { at: 'after' };
const elsewhere = (found: string): Standing => ({ at: 'elsewhere', found });

/** A topic as it is; undefined when there is none. */
export async function findTopic(
  { admin }: RequestCluster,
  name: string,
): Promise<TopicDescription | undefined> {
  try {
    return outcomeOf(await admin.describeTopics([name]), name);
  } catch (error) {
    if (isKafkaError(error, 'kafka-topic-not-found')) return undefined;
    throw error;
  }
}

/** Another topic under the same name is another topic: nothing is done to it. */
async function findPlanned(
  cluster: RequestCluster,
  name: string,
  { topicIds }: WorkContext,
): Promise<{ topic?: TopicDescription; wrong?: Standing }> {
  const topic = await findTopic(cluster, name);
  const planned = topicIds[name];
  const isOther =
    topic?.topicId !== undefined &&
    planned !== undefined &&
    topic.topicId !== planned;
  return isOther
    ? {
        topic,
        wrong: elsewhere(
          `the topic ${name} was deleted and made again by somebody else`,
        ),
      }
    : { topic };
}

/** Whether a topic is as it was asked for, in every setting. */
export function isSpec(topic: TopicDescription, spec: TopicSpec): boolean {
  const keys = new Set([
    ...Object.keys(topic.configs),
    ...Object.keys(spec.configs),
  ]);
  return (
    topic.partitions === spec.partitions &&
    topic.replicationFactor === spec.replicationFactor &&
    [...keys].every(key => isValue(key, topic.configs, spec.configs))
  );
}

function isValue(key: string, one: TopicConfigs, other: TopicConfigs): boolean {
  const value = (configs: TopicConfigs) =>
    Object.hasOwn(configs, key)
      ? normaliseConfigValue(KAFKA_TOPIC_CONFIGS.get(key), configs[key])
      : undefined;
  return value(one) === value(other);
}

function createdOr(
  topic: TopicDescription | undefined,
  { after }: WorkOf<'topic.create'>,
  { begun }: WorkContext,
): Standing {
  if (!topic) return BEFORE;
  if (begun && isSpec(topic, after)) return AFTER;
  return elsewhere(
    `a topic ${after.name} with ${topic.partitions} partitions came to be meanwhile`,
  );
}

export const createTopic: WorkHandler<WorkOf<'topic.create'>> = {
  async look(cluster, work, context) {
    const topic = await findTopic(cluster, work.after.name);
    return createdOr(topic, work, context);
  },
  async write({ admin }, { after }) {
    outcomeOf(await admin.createTopics([after]), after.name);
  },
  together: {
    async look({ admin }, works, contextOf) {
      const names = works.map(({ after }) => after.name);
      const outcomes = await admin.describeTopics(names);
      for (const error of failuresOf(outcomes).values()) {
        if (!isKafkaError(error, 'kafka-topic-not-found')) throw error;
      }
      const found = succeededOf(outcomes);
      return works.map(work =>
        createdOr(found.get(work.after.name), work, contextOf(work)),
      );
    },
    async write({ admin }, works) {
      allOf(await admin.createTopics(works.map(({ after }) => after)));
    },
  },
};

export const addPartitions: WorkHandler<WorkOf<'topic.partitions'>> = {
  async look(cluster, work, context) {
    const { topic: name, before, after } = work;
    const { topic, wrong } = await findPlanned(cluster, name, context);
    if (!topic) return elsewhere(`there is no topic ${name} any more`);
    if (wrong) return wrong;
    if (topic.partitions === after.partitions) return AFTER;
    // Never fewer: whatever a plan says, only more than there are is written.
    return topic.partitions === before.partitions &&
      after.partitions > topic.partitions
      ? BEFORE
      : elsewhere(`the topic ${name} has ${topic.partitions} partitions`);
  },
  async write({ admin }, { topic, after: { partitions } }) {
    outcomeOf(await admin.createPartitions([{ topic, partitions }]), topic);
  },
};

export const alterConfigs: WorkHandler<WorkOf<'topic.configs'>> = {
  async look(cluster, { topic: name, before, after }, context) {
    const { topic, wrong } = await findPlanned(cluster, name, context);
    if (!topic) return elsewhere(`there is no topic ${name} any more`);
    if (wrong) return wrong;
    const keys = Object.keys({ ...before, ...after });
    const is = (side: TopicConfigs) =>
      keys.every(key => isValue(key, topic.configs, side));
    if (is(after)) return AFTER;
    if (is(before)) return BEFORE;
    const found = keys
      .map(key => `${key}=${topic.configs[key] ?? "the broker's default"}`)
      .join(', ');
    return elsewhere(`the topic ${name} has ${found}`);
  },
  async write({ admin }, { topic, before, after }) {
    const remove = Object.keys(before).filter(
      key => !Object.hasOwn(after, key),
    );
    const change = { topic, set: after, remove };
    outcomeOf(await admin.alterTopicConfigs([change]), topic);
  },
};

export const deleteTopic: WorkHandler<WorkOf<'topic.delete'>> = {
  async look(cluster, { before: { name } }, context) {
    const { topic, wrong } = await findPlanned(cluster, name, context);
    if (!topic) return AFTER;
    // Once ours is gone another one may come: it is somebody else's, and it stays.
    if (wrong && context.begun) return AFTER;
    return wrong ?? BEFORE;
  },
  async write({ admin }, { before: { name } }, { topicIds }) {
    const topicId = topicIds[name];
    try {
      outcomeOf(await admin.deleteTopics([{ name, topicId }]), name);
    } catch (error) {
      if (!isKafkaError(error, 'kafka-topic-not-found')) throw error;
    }
  },
};
