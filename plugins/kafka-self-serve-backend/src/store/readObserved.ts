// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ObservedState } from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { GroupObservation, TopicObservation } from '../domain/stored';
import type { Session } from './Session';
import { draftOf, type SubjectRow, SUBJECTS } from './subjectRows';
import { TOPICS } from './topicRows';

/** Topics, groups and subjects as the last sync saw them. */
export async function readObserved(
  { knex }: Session,
  environment: string,
): Promise<
  Required<Pick<ObservedState, 'topics' | 'groups'>> &
    Pick<ObservedState, 'subjects'>
> {
  const topics: string[] = await knex(TOPICS)
    .where({ environment, is_observed: true })
    .orderBy('name')
    .pluck('observed');
  const groups: string[] = await knex('kafka_groups')
    .where({ environment })
    .orderBy('name')
    .pluck('observed');
  const subjects: SubjectRow[] = await knex(SUBJECTS)
    .where({ environment, is_observed: true })
    .orderBy('name');
  return {
    topics: topics.map(text => {
      const topic: TopicObservation = JSON.parse(text);
      const { name, topicId, partitions, replicationFactor, configs } = topic;
      return {
        name,
        ...(topicId !== undefined && { topicId }),
        partitions,
        replicationFactor,
        configs,
      };
    }),
    groups: groups.map(text => {
      const { type, lag, ...group }: GroupObservation = JSON.parse(text);
      return group;
    }),
    subjects: subjects.map(row => draftOf(row).observed!),
  };
}
