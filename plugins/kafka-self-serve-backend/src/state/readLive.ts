// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type AclBinding,
  type GroupOffset,
  type ObservedGroup,
  type ObservedState,
  type ObservedSubject,
  type ObservedTopic,
  SHOWN_TOPIC_CONFIGS,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { Cluster } from '../domain/clusters';
import type { LiveParts } from '../domain/state';
import { isKafkaError } from '../errors';
import { failuresOf, succeededOf } from '../kafka/outcomes';
import type { KafkaAdmin, TopicDescription } from '../kafka/types';
import type { SchemaRegistry } from '../registry/types';

type Groups = NonNullable<LiveParts['groups']>;

/** The snapshot with the live parts in place of its own. */
export async function readLive(
  cluster: Cluster,
  snapshot: ObservedState,
  live: LiveParts,
): Promise<ObservedState> {
  const { admin, registry } = cluster;
  const { clusterId, brokers } = await cluster.describe();
  const observed: ObservedState = {
    ...snapshot,
    clusterId,
    brokers: brokers.length,
  };
  if (live.topicList) {
    observed.topics = await readTopicList(admin, observed.topics);
  }
  if (live.topics) {
    observed.topics = await readTopics(admin, observed.topics, live.topics);
  }
  if (live.acls) observed.acls = await readAcls(admin);
  if (live.subjects && registry) {
    const names = live.subjects;
    observed.subjects = [
      ...snapshot.subjects.filter(({ name }) => !names.includes(name)),
      ...(await Promise.all(names.map(name => readSubject(registry, name)))),
    ].filter(subject => subject !== undefined);
  }
  if (live.groups) {
    observed.groups = await readGroups(
      admin,
      snapshot.groups ?? [],
      live.groups,
    );
  }
  if (live.quotas) observed.quotas = await admin.listQuotas();
  if (live.scramUsers) observed.scramUsers = await readUsers(admin);
  return observed;
}

async function readTopicList(
  admin: KafkaAdmin,
  known: readonly ObservedTopic[],
): Promise<ObservedTopic[]> {
  const earlier = new Map(known.map(topic => [topic.name, topic]));
  const listed = await admin.listTopics({ configKeys: SHOWN_TOPIC_CONFIGS });
  return listed.map(
    ({ name, topicId, partitions, replicationFactor, configs }) => {
      const kept = Object.entries(earlier.get(name)?.configs ?? {}).filter(
        ([key]) => !(SHOWN_TOPIC_CONFIGS as readonly string[]).includes(key),
      );
      return {
        name,
        topicId,
        partitions,
        replicationFactor,
        configs: { ...Object.fromEntries(kept), ...configs },
      };
    },
  );
}

async function readTopics(
  admin: KafkaAdmin,
  known: readonly ObservedTopic[],
  names: readonly string[],
): Promise<ObservedTopic[]> {
  const wanted = [...new Set(names)];
  if (wanted.length === 0) return [...known];
  const outcomes = await admin.describeTopics(wanted);
  for (const error of failuresOf(outcomes).values()) {
    if (!isAbsent(error)) throw error;
  }
  return [
    ...known.filter(({ name }) => !wanted.includes(name)),
    ...[...succeededOf(outcomes).values()].map(observedTopic),
  ].sort((one, other) => (one.name < other.name ? -1 : 1));
}

function isAbsent(error: unknown): boolean {
  return (
    isKafkaError(error, 'kafka-topic-not-found') ||
    isKafkaError(error, 'kafka-topic-name-invalid')
  );
}

/** What of a description is observed state. */
export function observedTopic(topic: TopicDescription): ObservedTopic {
  const { name, topicId, partitions, replicationFactor, configs } = topic;
  return {
    name,
    ...(topicId !== undefined && { topicId }),
    partitions,
    replicationFactor,
    configs,
  };
}

/** None where the brokers keep none. */
export async function readAcls(admin: KafkaAdmin): Promise<AclBinding[]> {
  try {
    return await admin.listAcls();
  } catch (error) {
    if (isKafkaError(error, 'kafka-acls-disabled')) return [];
    throw error;
  }
}

async function readUsers(admin: KafkaAdmin) {
  try {
    return await admin.listScramUsers();
  } catch (error) {
    if (isKafkaError(error, 'kafka-unsupported')) return [];
    throw error;
  }
}

export async function readSubject(
  registry: SchemaRegistry,
  name: string,
): Promise<ObservedSubject | undefined> {
  try {
    const { format, version, schema, references } = await registry.getVersion(
      name,
      'latest',
    );
    const compatibility = await registry.getCompatibility(name);
    return {
      name,
      format,
      version,
      schema,
      references,
      ...(compatibility && { compatibility }),
    };
  } catch (error) {
    if (
      isKafkaError(error, 'registry-subject-not-found') ||
      isKafkaError(error, 'registry-version-not-found')
    ) {
      return undefined;
    }
    throw error;
  }
}

async function readGroups(
  admin: KafkaAdmin,
  known: readonly ObservedGroup[],
  { ids = [], ofTopics = [], offsets }: Groups,
): Promise<ObservedGroup[]> {
  const topics = new Set(ofTopics);
  const listed = await admin.listGroups();
  // Who reads a topic is known only by asking each group.
  const asked = listed.filter(
    ({ groupId }) => topics.size > 0 || ids.includes(groupId),
  );
  const described = succeededOf(await admin.describeGroups(asked));
  const committed =
    offsets || topics.size > 0
      ? succeededOf(await admin.listGroupOffsets([...described.keys()]))
      : new Map();
  const groups: ObservedGroup[] = [];
  for (const { groupId, state, members, topics: read } of described.values()) {
    const kept: GroupOffset[] = committed.get(groupId) ?? [];
    const all = [...new Set([...read, ...kept.map(({ topic }) => topic)])];
    const isWanted =
      ids.includes(groupId) || all.some(name => topics.has(name));
    if (!isWanted) continue;
    groups.push({
      groupId,
      state,
      members,
      topics: all.sort(),
      ...(offsets && { offsets: await withEnds(admin, kept) }),
    });
  }
  const gone = new Set([...asked.map(({ groupId }) => groupId), ...ids]);
  const there = new Set(listed.map(({ groupId }) => groupId));
  return [
    ...known.filter(({ groupId }) => there.has(groupId) && !gone.has(groupId)),
    ...groups,
  ];
}

async function withEnds(
  admin: KafkaAdmin,
  offsets: readonly GroupOffset[],
): Promise<GroupOffset[]> {
  const topics = [...new Set(offsets.map(({ topic }) => topic))];
  if (topics.length === 0) return [];
  const ends = succeededOf(await admin.listOffsets(topics, 'latest'));
  return offsets.map(offset => {
    const end = ends
      .get(offset.topic)
      ?.find(({ partition }) => partition === offset.partition)?.offset;
    return { ...offset, ...(end !== undefined && { end }) };
  });
}
