// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { wordsOfCount } from '@fairway/requests-common';
import type { ApplicationInstance } from '../model/application';
import type { ObservedGroup } from '../model/observed';
import { type Problem, problem } from '../problems';
import { owns, patternsInWords } from '../rules/patterns';
import { isActiveGroup } from '../rules/topicDelete';
import type { OffsetResetPayload } from '../schemas/access';
import type { PartitionLog } from './reset';

/** Whose group it is, and whether anybody is in it: Kafka takes offsets of an empty one alone. */
export function checkGroup(options: {
  payload: OffsetResetPayload;
  instance?: ApplicationInstance;
  group?: ObservedGroup;
}): Problem[] {
  const { payload, instance, group } = options;
  const id = payload.group;
  const where = { path: ['group'], value: id };
  const problems = checkOwner(payload, instance);
  if (!group) {
    problems.push(problem('group-not-found', { group: id }, where));
  } else if (isActiveGroup(group)) {
    const { state, members } = group;
    const values = {
      group: id,
      state,
      members: wordsOfCount(members, 'member'),
    };
    problems.push(problem('group-not-empty', values, where));
  }
  return problems;
}

function checkOwner(
  payload: OffsetResetPayload,
  instance: ApplicationInstance | undefined,
): Problem[] {
  if (!instance) {
    const where = { path: ['instance'], value: payload.instance };
    return [
      problem('instance-not-found', { instance: payload.instance }, where),
    ];
  }
  if (owns(instance, 'GROUP', payload.group)) return [];
  const owned = patternsInWords(instance, 'GROUP');
  const values = { name: payload.group, instance: instance.id, owned };
  const where = { path: ['group'], value: payload.group };
  return [problem('group-outside-ownership', values, where)];
}

/** Whether every partition that is named is there. */
export function checkPartitionsExist(
  { strategy, topics = [] }: OffsetResetPayload,
  logs: readonly PartitionLog[],
): Problem[] {
  const known = new Set(logs.map(log => `${log.topic}/${log.partition}`));
  const named =
    strategy.kind === 'explicit'
      ? strategy.offsets.map(({ topic, partition }, index) => ({
          topic,
          partition,
          path: ['strategy', 'offsets', index],
        }))
      : topics.flatMap(({ name: topic, partitions = [] }, index) =>
          partitions.map((partition, position) => ({
            topic,
            partition,
            path: ['topics', index, 'partitions', position],
          })),
        );
  return named
    .filter(({ topic, partition }) => !known.has(`${topic}/${partition}`))
    .map(({ topic, partition, path }) => {
      const where = { path, value: partition };
      return problem('offset-partition-unknown', { topic, partition }, where);
    });
}
