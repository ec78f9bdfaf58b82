// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  checkTopicConfig,
  checkTopicCreate,
  checkTopicPartitions,
  configsAfter,
  fieldChanges,
  limitsOf,
  type TopicCreatePayload,
  type ObservedTopic,
  type TopicPayload,
  type TopicSpec,
  topicSpecOf,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { Risk } from '@fairway/requests-common';
import { draftDelete, draftProtection } from './topicDelete';
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

/** Of a limit, from which on people are told. */
const NEARLY = 0.8;

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
  const { name, description, labels, deletionProtection } = payload;
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
          ...(labels && { labels }),
          ...(deletionProtection !== undefined && { deletionProtection }),
        },
      },
    ],
    changes: fieldChanges({
      of: `topic ${name}`,
      after: {
        owner: payload.instance,
        description,
        labels,
        deletionProtection,
      },
    }),
    effects: [],
    risks: limitRisks(state, instance, {
      partitions: spec.partitions,
      topics: 1,
    }),
  };
}

function draftChange(
  payload: Of<'config' | 'partitions'>,
  { state, topicChanges = [payload] }: DraftContext,
): Draft {
  const { environment } = state;
  const { name } = payload;
  const topic = topicOf(state, name);
  const instance = ownerOfTopic(state, name);
  const context = { ...rulesContext(state, instance), topic };
  const observed = topic?.observed;
  const after = observed && changedSpec(observed, topicChanges, state);
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
    desired: after ? { topics: [after] } : {},
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
    risks: limitRisks(state, instance, {
      partitions: (after?.partitions ?? 0) - (observed?.partitions ?? 0),
      topics: 0,
    }),
  };
}

/** Partitions and configs of a topic can be asked for side by side. */
function changedSpec(
  observed: ObservedTopic,
  changes: readonly TopicPayload[],
  { definitions }: DraftContext['state'],
): TopicSpec {
  const { name, replicationFactor } = observed;
  const spec = { partitions: observed.partitions, configs: observed.configs };
  for (const payload of changes) {
    if (payload.name !== name) continue;
    if (payload.operation === 'partitions') {
      spec.partitions = payload.partitions;
    }
    if (payload.operation === 'config') {
      const current = observed.configs;
      spec.configs = configsAfter({ current, payload, definitions });
    }
  }
  return { name, replicationFactor, ...spec };
}

/** What is nearly used up: the next request may not fit any more. */
function limitRisks(
  state: DraftContext['state'],
  instance: ReturnType<typeof instanceOf>,
  added: { partitions: number; topics: number },
): Risk[] {
  const { usage } = rulesContext(state, instance);
  if (!instance || !usage) return [];
  const limits = limitsOf(instance, state.environment);
  return (['topics', 'partitions'] as const).flatMap(key => {
    const limit = limits[key];
    const after = usage[key] + added[key];
    if (limit === undefined || added[key] <= 0 || after < limit * NEARLY) {
      return [];
    }
    return [
      {
        code: 'near-limit',
        level: 'low' as const,
        message: `The application instance ${instance.id} uses ${after} of ${limit} ${key} then.`,
      },
    ];
  });
}
