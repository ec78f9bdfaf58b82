// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { TopicObservation } from '../domain/stored';
import { writeTopics } from './KnexTopicStore';
import type { Session } from './Session';
import {
  draftOf,
  newDraft,
  type TopicRow,
  TOPICS,
  withObserved,
} from './topicRows';

/** Whole: what is not in it is not there. Topics of Kafka itself are left out. */
export async function replaceTopics(
  session: Session,
  environment: string,
  topics: readonly TopicObservation[],
): Promise<void> {
  const seen = new Map(
    topics
      .filter(({ internal }) => !internal)
      .map(topic => [topic.name, topic]),
  );
  const rows: TopicRow[] = await session.knex(TOPICS).where({ environment });
  const known = new Set(rows.map(({ name }) => name));
  const drafts = [
    ...rows.map(row => {
      const topic = seen.get(row.name);
      const draft = draftOf(row);
      return topic
        ? withObserved(draft, topic)
        : { ...draft, observed: undefined };
    }),
    ...[...seen.values()]
      .filter(({ name }) => !known.has(name))
      .map(topic => withObserved(newDraft(environment, topic.name), topic)),
  ];
  await writeTopics(session, environment, { rows, drafts });
}
