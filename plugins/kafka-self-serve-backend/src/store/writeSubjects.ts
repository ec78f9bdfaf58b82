// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ObservedSubject } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { ownersOf } from './instances';
import { namesOfSubject, topicsInSubject } from './Owners';
import type { Session } from './Session';
import {
  draftOf,
  settled,
  type SubjectDraft,
  type SubjectRow,
  SUBJECTS,
} from './subjectRows';
import { isSameRow } from './topicRows';

export const SUBJECT_TOPICS = 'kafka_subject_topics';

/** Writes what became another; a row that nobody wants and nobody sees goes. */
export async function writeSubjects(
  session: Session,
  environment: string,
  options: {
    rows: readonly SubjectRow[];
    drafts: readonly SubjectDraft[];
  },
): Promise<void> {
  const owners = await ownersOf(
    session,
    environment,
    options.drafts.flatMap(({ name }) => namesOfSubject(name)),
  );
  const stored = new Map(options.rows.map(row => [row.name, row]));
  const changed: SubjectRow[] = [];
  const gone: string[] = [];
  for (const draft of options.drafts) {
    const row = settled(draft, owners);
    const before = stored.get(draft.name);
    if (!row) {
      if (before) gone.push(draft.name);
    } else if (!before || !isSameRow(before, row)) {
      changed.push(row);
    }
  }
  await session.upsert(SUBJECTS, changed, ['environment', 'name']);
  await session.deleteByName(SUBJECTS, environment, gone);
  await session.deleteByName(SUBJECT_TOPICS, environment, gone);
  await session.insert(
    SUBJECT_TOPICS,
    changed
      .filter(({ name }) => !stored.has(name))
      .flatMap(({ name }) =>
        topicsInSubject(name).map(topic => ({ environment, name, topic })),
      ),
  );
}

/** Whole: what is not in it is gone. A text that is left out stays as it was, while the version does. */
export async function replaceSubjects(
  session: Session,
  environment: string,
  subjects: readonly ObservedSubject[],
): Promise<void> {
  const rows: SubjectRow[] = await session
    .knex(SUBJECTS)
    .where({ environment });
  const seen = new Map(subjects.map(subject => [subject.name, subject]));
  const known = rows.map(draftOf);
  const knownNames = new Set(known.map(({ name }) => name));
  const drafts = [
    ...known.map(draft => observe(draft, seen.get(draft.name))),
    ...subjects
      .filter(({ name }) => !knownNames.has(name))
      .map(subject =>
        observe(
          { environment, name: subject.name, wasObserved: false },
          subject,
        ),
      ),
  ];
  await writeSubjects(session, environment, { rows, drafts });
}

function observe(draft: SubjectDraft, seen?: ObservedSubject): SubjectDraft {
  if (!seen) return { ...draft, observed: undefined };
  const earlier = draft.observed;
  const schema =
    seen.schema ??
    (earlier?.version === seen.version ? earlier?.schema : undefined);
  return { ...draft, observed: { ...seen, schema }, wasObserved: true };
}
