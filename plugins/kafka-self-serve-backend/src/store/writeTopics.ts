// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { literalName } from './instanceNames';
import { ownersOf } from './instances';
import type { Session } from './Session';
import {
  isSameRow,
  settled,
  type TopicDraft,
  type TopicRow,
  TOPICS,
} from './topicRows';

export const LABELS = 'kafka_topic_labels';

/** Writes what became another; a row that nobody wants and nobody sees goes. */
export async function writeTopics(
  session: Session,
  environment: string,
  options: { rows: readonly TopicRow[]; drafts: readonly TopicDraft[] },
): Promise<void> {
  const owners = await ownersOf(
    session,
    environment,
    options.drafts.map(({ name }) => literalName('TOPIC', name)),
  );
  const stored = new Map(options.rows.map(row => [row.name, row]));
  const changed: TopicRow[] = [];
  const gone: string[] = [];
  for (const draft of options.drafts) {
    const row = settled(draft, owners);
    const before = stored.get(draft.name);
    if (!row) {
      if (before) gone.push(draft.name);
    } else if (!before || !isSameRow(before, remembering(before, row))) {
      changed.push(row);
    }
  }
  await session.upsert(TOPICS, changed, ['environment', 'name']);
  await session.deleteByName(TOPICS, environment, gone);
  const relabelled = changed.filter(
    row => (stored.get(row.name)?.labels ?? '{}') !== row.labels,
  );
  await session.deleteByName(LABELS, environment, [
    ...relabelled.map(({ name }) => name),
    ...gone,
  ]);
  await session.insert(
    LABELS,
    relabelled.flatMap(({ name, labels }) =>
      Object.entries<string>(JSON.parse(labels)).map(([key, value]) => ({
        environment,
        name,
        label_key: key,
        label_value: value,
      })),
    ),
  );
}

/** What a look besides the sync finds as it was is still what the sync saw. */
function remembering(before: TopicRow, row: TopicRow): TopicRow {
  return { ...row, seen_digest: row.seen_digest ?? before.seen_digest };
}
