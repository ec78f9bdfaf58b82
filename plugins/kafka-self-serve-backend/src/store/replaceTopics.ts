// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { TopicSightings } from '../domain/sightings';
import type { TopicObservation } from '../domain/stored';
import type { Session } from './Session';
import {
  draftOf,
  newDraft,
  type TopicRow,
  TOPICS,
  withSighting,
} from './topicRows';
import { writeTopics } from './writeTopics';

/** Rows of one turn: few enough to be held at once. */
const AT_ONCE = 1_000;

/** Of what the last sync saw of each topic. */
export async function digestsOf(
  { knex }: Session,
  environment: string,
): Promise<Map<string, string | undefined>> {
  const rows: Pick<TopicRow, 'name' | 'seen_digest'>[] = await knex(TOPICS)
    .where({ environment, is_observed: true })
    .select('name', 'seen_digest');
  return new Map(rows.map(row => [row.name, row.seen_digest ?? undefined]));
}

/** Whole: what was not seen is not there. Rows of what is as it was are neither read nor written. */
export async function replaceTopics(
  session: Session,
  environment: string,
  topics: TopicSightings | readonly TopicObservation[],
): Promise<void> {
  const { asked, changed, gone } =
    topics instanceof TopicSightings
      ? topics
      : TopicSightings.of({
          digests: await digestsOf(session, environment),
        }).see(topics);
  for (let from = 0; from < changed.length; from += AT_ONCE) {
    const some = changed.slice(from, from + AT_ONCE);
    const names = some.map(({ topic }) => topic.name);
    const rows = await session.byName<TopicRow>(TOPICS, environment, names);
    const byName = new Map(rows.map(row => [row.name, row]));
    const drafts = some.map(sighting => {
      const { name } = sighting.topic;
      const row = byName.get(name);
      const draft = row ? draftOf(row) : newDraft(environment, name);
      return withSighting(draft, sighting, asked);
    });
    await writeTopics(session, environment, { rows, drafts });
  }
  const rows = await session.byName<TopicRow>(TOPICS, environment, gone);
  await writeTopics(session, environment, {
    rows,
    drafts: rows.map(row => ({
      ...draftOf(row),
      observed: undefined,
      seenDigest: undefined,
    })),
  });
}
