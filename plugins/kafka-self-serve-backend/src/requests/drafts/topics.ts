// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  checkTopicConfig,
  checkTopicCreate,
  checkTopicDelete,
  checkTopicPartitions,
  configsAfter,
  desiredOfTopic,
  fieldChanges,
  isActiveGroup,
  problem,
  type TopicCreatePayload,
  type TopicDeletePayload,
  type TopicPayload,
  topicSpecOf,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { Risk } from '@fairway/requests-common';
import {
  instanceOf,
  ownerOfTopic,
  rulesContext,
  standingOf,
  topicOf,
} from './book';
import type { Draft, DraftContext } from './types';

type Of<O extends TopicPayload['operation']> = Extract<
  TopicPayload,
  { operation: O }
>;

export function draftTopic(
  payload: TopicPayload,
  context: DraftContext,
): Draft {
  switch (payload.operation) {
    case 'create':
      return draftCreate(payload, context);
    case 'delete':
      return draftDelete(payload, context);
    case 'protection':
      return draftProtection(payload, context);
    default:
      return draftChange(payload, context);
  }
}

export function draftCreate(
  payload: TopicCreatePayload,
  { state, pending }: DraftContext,
): Draft {
  const { environment, observed } = state;
  const { name, description, deletionProtection } = payload;
  const instance = instanceOf(state, payload.instance);
  const spec = topicSpecOf({ payload, environment });
  return {
    operation: 'create',
    title: `Create the topic ${name} in ${environment.displayName}`,
    ownerRef: instance?.ownerRef,
    standing: standingOf(instance, payload.instance),
    problems: checkTopicCreate({
      ...rulesContext(state, instance),
      payload,
      existing: observed.topics.map(topic => topic.name),
      pending,
    }),
    desired: { topics: [spec] },
    accessOfTopics: [name],
    records: [
      {
        type: 'topic.put',
        topic: {
          environment: environment.name,
          spec,
          ...(description !== undefined && { description }),
          ...(deletionProtection !== undefined && { deletionProtection }),
        },
      },
    ],
    changes: fieldChanges({
      of: `topic ${name}`,
      after: { owner: payload.instance, description, deletionProtection },
    }),
    effects: [],
  };
}

function draftChange(
  payload: Of<'config' | 'partitions'>,
  { state }: DraftContext,
): Draft {
  const { environment, definitions } = state;
  const { name } = payload;
  const topic = topicOf(state, name);
  const instance = ownerOfTopic(state, name);
  const context = { ...rulesContext(state, instance), topic };
  const observed = topic?.observed;
  const after = observed && {
    name,
    replicationFactor: observed.replicationFactor,
    partitions:
      payload.operation === 'partitions'
        ? payload.partitions
        : observed.partitions,
    configs:
      payload.operation === 'config'
        ? configsAfter({ current: observed.configs, payload, definitions })
        : { ...observed.configs },
  };
  return {
    operation: payload.operation,
    title:
      payload.operation === 'partitions'
        ? `Give the topic ${name} ${payload.partitions} partitions in ${environment.displayName}`
        : `Change the configs of the topic ${name} in ${environment.displayName}`,
    ownerRef: instance?.ownerRef,
    standing: standingOf(instance, `that owns the topic ${name}`),
    problems:
      payload.operation === 'partitions'
        ? checkTopicPartitions({ ...context, payload })
        : checkTopicConfig({ ...context, payload }),
    desired: desiredOfTopic({ payload, environment, observed, definitions }),
    records: after
      ? [
          {
            type: 'topic.put',
            topic: { environment: environment.name, spec: after },
          },
        ]
      : [],
    changes: [],
    effects: [],
  };
}

function draftProtection(
  { name, deletionProtection }: Of<'protection'>,
  { state }: DraftContext,
): Draft {
  const topic = topicOf(state, name);
  const instance = ownerOfTopic(state, name);
  const { environment } = state;
  const title = deletionProtection
    ? `Protect the topic ${name} in ${environment.displayName} from deletion`
    : `Allow the deletion of the topic ${name} in ${environment.displayName}`;
  const where = { path: ['name'], value: name };
  return {
    operation: 'protection',
    title,
    ownerRef: instance?.ownerRef,
    standing: standingOf(instance, `that owns the topic ${name}`),
    problems: topic ? [] : [problem('topic-not-found', { name }, where)],
    desired: {},
    records: [{ type: 'topic.protection', name, deletionProtection }],
    changes: fieldChanges({
      of: `topic ${name}`,
      before: { deletionProtection: topic?.deletionProtection ?? false },
      after: { deletionProtection },
    }),
    effects: [title],
  };
}

function draftDelete(
  payload: TopicDeletePayload,
  { state, deleting = [] }: DraftContext,
): Draft {
  const { environment, observed, grants, topics } = state;
  const { name } = payload;
  const topic = topicOf(state, name);
  const instance = ownerOfTopic(state, name);
  const graceDays =
    payload.graceDays ?? environment.limits.deleteGraceDays ?? 0;
  const ended = grants.filter(
    grant =>
      grant.applied &&
      grant.topic.pattern === 'LITERAL' &&
      grant.topic.name === name,
  );
  const bytes = topics.find(each => each.name === name)?.observed?.bytes;
  return {
    operation: 'delete',
    title: `Delete the topic ${name} in ${environment.displayName}`,
    ownerRef: instance?.ownerRef,
    readerRefs: ended.flatMap(
      ({ grantee }) => instanceOf(state, grantee)?.ownerRef ?? [],
    ),
    standing: standingOf(instance, `that owns the topic ${name}`),
    problems: checkTopicDelete({
      environment,
      payload,
      topic,
      groups: observed.groups,
    }).filter(
      ({ code }) => !(code === 'topic-deleting' && deleting.includes(name)),
    ),
    desired: { deletedTopics: topic?.observed ? [name] : [] },
    access: book => ({
      ...book,
      grants: book.grants.filter(({ id }) => !ended.some(g => g.id === id)),
    }),
    records: [
      ...ended.map(({ id }) => ({ type: 'grant.end' as const, id })),
      { type: 'topic.remove', name },
    ],
    changes: ended.map(({ grantee, access }) => ({
      path: `access of ${grantee} to ${name}`,
      before: access,
    })),
    effects:
      graceDays > 0
        ? [
            `Keep the records of ${name} for ${graceDays} days after its access ended`,
          ]
        : [],
    risks: deletionRisks({ name, bytes, groups: observed.groups ?? [] }),
    graceDays,
  };
}

function deletionRisks(options: {
  name: string;
  bytes?: number;
  groups: NonNullable<DraftContext['state']['observed']['groups']>;
}): Risk[] {
  const { name, bytes, groups } = options;
  const readers = groups.filter(({ topics }) => topics.includes(name));
  return [
    ...(bytes
      ? [
          {
            code: 'destroys-bytes',
            level: 'high' as const,
            message: `The topic ${name} has ${bytes} bytes on disk.`,
          },
        ]
      : []),
    ...readers.map(group => ({
      code: 'read-by-group',
      level: 'medium' as const,
      message: `The group ${group.groupId} reads the topic ${name}, and is ${
        isActiveGroup(group) ? 'active' : 'empty now'
      }.`,
    })),
  ];
}
