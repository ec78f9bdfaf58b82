// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  checkThere,
  checkTopicDelete,
  fieldChanges,
  isActiveGroup,
  type ObservedGroup,
  type TopicDeletePayload,
  type TopicProtectionPayload,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import {
  type Risk,
  wordsOfBytes,
  wordsOfCount,
} from '@fairway/requests-common';
import { instanceOf, ownerOfTopic, standingOf, topicOf } from './book';
import type { Draft, DraftContext } from './types';

export function draftProtection(
  { name, deletionProtection }: TopicProtectionPayload,
  { state }: DraftContext,
): Draft {
  const topic = topicOf(state, name);
  const instance = ownerOfTopic(state, name);
  const { environment } = state;
  const title = deletionProtection
    ? `Protect the topic ${name} in ${environment.displayName} from deletion`
    : `Allow the deletion of the topic ${name} in ${environment.displayName}`;
  return {
    operation: 'protection',
    title,
    ownerRef: instance?.ownerRef,
    standing: standingOf(instance, `that owns the topic ${name}`),
    problems: checkThere(name, topic),
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

export function draftDelete(
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
  groups: readonly ObservedGroup[];
}): Risk[] {
  const { name, bytes, groups } = options;
  const readers = groups.filter(({ topics }) => topics.includes(name));
  return [
    ...(bytes
      ? [
          {
            code: 'destroys-bytes',
            level: 'high' as const,
            message: `The topic ${name} has ${wordsOfBytes(
              bytes,
              'en',
            )} on disk.`,
          },
        ]
      : []),
    ...readers.map(group => ({
      code: 'read-by-group',
      level: 'medium' as const,
      message: `The group ${group.groupId} reads the topic ${name}, is ${
        isActiveGroup(group) ? 'active' : 'empty now'
      } and ${wordsOfCount(lagOf(group, name), 'record')} behind.`,
    })),
  ];
}

function lagOf({ offsets = [] }: ObservedGroup, topic: string): string {
  const lag = offsets
    .filter(offset => offset.topic === topic)
    .reduce(
      (sum, { committed, end }) =>
        committed !== undefined && end !== undefined
          ? sum + BigInt(end) - BigInt(committed)
          : sum,
      0n,
    );
  return String(lag);
}
