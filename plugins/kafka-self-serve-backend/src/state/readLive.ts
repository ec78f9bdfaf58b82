// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type GroupOffset,
  type ObservedGroup,
  type ObservedState,
  type ObservedSubject,
  type ObservedTopic,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { Cluster } from '../domain/clusters';
import type { EnvironmentState, LiveParts, Touched } from '../domain/state';
import { isKafkaError } from '../errors';
import { failuresOf, succeededOf } from '../kafka/outcomes';
import type { KafkaAdmin } from '../kafka/types';
import type { SchemaRegistry } from '../registry/types';
import { readAccess } from './readAccess';

type Groups = NonNullable<LiveParts['groups']>;

/** What was observed of what is touched, with the live parts in place of what was stored. */
export async function readLive(
  cluster: Cluster,
  { observed: stored, instances }: EnvironmentState,
  { touched, parts: live }: { touched: Touched; parts: LiveParts },
): Promise<Pick<EnvironmentState, 'observed' | 'keepsAcls'>> {
  const { admin, registry } = cluster;
  const { clusterId, brokers } = await cluster.describe();
  const observed: ObservedState = {
    ...stored,
    clusterId,
    brokers: brokers.length,
  };
  if (live.topics) {
    observed.topics = await readTopics(admin, observed.topics, live.topics);
  }
  const acls = live.acls
    ? await readAccess(admin, touched, instances)
    : observed.acls;
  if (live.subjects && registry) {
    observed.subjects = (
      await Promise.all(live.subjects.map(name => readSubject(registry, name)))
    ).filter(subject => subject !== undefined);
  }
  if (live.groups) observed.groups = await readGroups(admin, live.groups);
  if (live.quotas) observed.quotas = await admin.listQuotas();
  if (live.scramUsers) observed.scramUsers = await readUsers(admin);
  return {
    observed: { ...observed, acls: acls ?? [] },
    keepsAcls: acls !== undefined,
  };
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
export function observedTopic(topic: ObservedTopic): ObservedTopic {
  const { name, topicId, partitions, replicationFactor, configs } = topic;
  return {
    name,
    ...(topicId !== undefined && { topicId }),
    partitions,
    replicationFactor,
    configs,
  };
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
  return groups;
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
