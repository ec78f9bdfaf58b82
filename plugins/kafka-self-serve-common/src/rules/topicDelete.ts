// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { wordsOfCount } from '@fairway/requests-common';
import type { KafkaEnvironment } from '../model/environment';
import type { ObservedGroup } from '../model/observed';
import type { Topic } from '../model/resources';
import { type Problem, problem } from '../problems';
import type { TopicDeletePayload } from '../schemas/topics';

/** Whether there is a topic that its owner can change. @public */
export function checkThere(name: string, topic: Topic | undefined): Problem[] {
  const where = { path: ['name'], value: name };
  if (!topic?.observed) return [problem('topic-not-found', { name }, where)];
  if (topic.phase === 'deleting' || topic.deleteAfter) {
    return [problem('topic-deleting', { name }, where)];
  }
  return topic.owner ? [] : [problem('topic-orphan', { name }, where)];
}

/** Kafka keeps a group in one of these without any member. */
const QUIET: readonly string[] = ['EMPTY', 'DEAD'];

/** Whether somebody is reading, or about to. @public */
export function isActiveGroup({ members, state }: ObservedGroup): boolean {
  return members > 0 || !QUIET.includes(state);
}

/** Everything that stands against the deletion of a topic. @public */
export function checkTopicDelete(options: {
  environment: Pick<KafkaEnvironment, 'limits'>;
  payload: TopicDeletePayload;
  topic?: Topic;
  /** Every group of the cluster, or those that read the topic; left out: they could not be read. */
  groups?: readonly ObservedGroup[];
}): Problem[] {
  const { environment, payload, topic, groups } = options;
  const { name, typedName, graceDays } = payload;
  const problems = checkThere(name, topic);
  if (typedName !== name) {
    const where = { path: ['typedName'], value: typedName };
    const values = { name, typed: typedName };
    problems.push(problem('topic-delete-name-mismatch', values, where));
  }
  if (topic?.deletionProtection) {
    problems.push(problem('topic-delete-protected', { name }));
  }
  const least = environment.limits.deleteGraceDays ?? 0;
  const days = graceDays ?? least;
  if (!(days >= least && days <= 30)) {
    const where = { path: ['graceDays'], value: days };
    problems.push(problem('topic-delete-grace', { days, least }, where));
  }
  if (!groups) {
    problems.push(problem('topic-delete-groups-unknown', { name }));
  }
  for (const group of groups ?? []) {
    if (!group.topics.includes(name) || !isActiveGroup(group)) continue;
    const { groupId, members, state } = group;
    const values = {
      name,
      group: groupId,
      members: wordsOfCount(members, 'member'),
      state,
    };
    problems.push(problem('topic-delete-active-group', values));
  }
  return problems;
}
