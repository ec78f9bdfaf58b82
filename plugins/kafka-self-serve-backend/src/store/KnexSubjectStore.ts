// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  ObservedSubject,
  SubjectSpec,
  SubjectsQuery,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { StoredSubject } from '../domain/stored';
import type { SubjectStore } from '../domain/stores';
import type { StoredPage, Viewer } from '../domain/viewer';
import { instancesById, ownersOf } from './instances';
import { keysetPage } from './keyset';
import { byName } from './KnexTopicStore';
import { topicsInSubject } from './Owners';
import { rowsOfPage } from './readRows';
import { defined, type Session } from './Session';
import {
  draftOf,
  settled,
  type SubjectDraft,
  type SubjectRow,
  SUBJECTS,
  toSubject,
} from './subjectRows';
import { isSameRow } from './topicRows';
import { instanceRows, whereVisible } from './visible';

const SUBJECT_TOPICS = 'kafka_subject_topics';
/** Without the texts of schemas, which a list has no use for. */
const LISTED = [
  'environment',
  'name',
  'instance',
  'phase',
  'is_desired',
  'is_observed',
  'was_observed',
  'desired',
  'observed',
  'request_id',
];

export class KnexSubjectStore implements SubjectStore {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  async get(environment: string, name: string) {
    const rows = await this.#session.byName<SubjectRow>(SUBJECTS, environment, [
      name,
    ]);
    return (await this.#subjects(environment, rows))[0];
  }

  async all(filter: {
    environment: string;
    instance?: string;
  }): Promise<StoredSubject[]> {
    const rows = await this.#session
      .knex(SUBJECTS)
      .where(defined(filter))
      .select(LISTED);
    return this.#subjects(filter.environment, rows);
  }

  async ofTopic(environment: string, topic: string): Promise<StoredSubject[]> {
    const { knex } = this.#session;
    const rows = await knex(SUBJECTS)
      .where({ environment })
      .whereIn(
        'name',
        knex(SUBJECT_TOPICS).where({ environment, topic }).select('name'),
      )
      .select(LISTED);
    return this.#subjects(environment, rows);
  }

  async page(
    query: SubjectsQuery,
    viewer: Viewer,
  ): Promise<StoredPage<StoredSubject>> {
    const { knex } = this.#session;
    const { topic, cursor, limit } = query;
    const instances = await instanceRows(knex);
    const keys = whereVisible(knex(SUBJECTS), query, viewer, {
      type: 'subject',
      instances,
    });
    if (topic !== undefined) {
      keys.whereExists(topics =>
        topics
          .from(SUBJECT_TOPICS)
          .where({ topic })
          .whereRaw(`${SUBJECT_TOPICS}.environment = ${SUBJECTS}.environment`)
          .whereRaw(`${SUBJECT_TOPICS}.name = ${SUBJECTS}.name`),
      );
    }
    const page = await keysetPage<SubjectRow>(keys, {
      columns: ['name', 'environment'],
      cursor,
      limit,
    });
    const byId = new Map(instances.map(row => [row.id, row]));
    const rows = await rowsOfPage<SubjectRow>(
      this.#session,
      SUBJECTS,
      page.items,
    );
    return {
      ...page,
      items: rows.map(row =>
        toSubject({ ...row, observed_schema: null }, byId),
      ),
    };
  }

  setDesired(
    environment: string,
    subjects: readonly SubjectSpec[],
    options: { requestId?: string } = {},
  ): Promise<void> {
    const wanted = new Map(subjects.map(subject => [subject.name, subject]));
    return this.#change(environment, [...wanted.keys()], draft => ({
      ...draft,
      // What is left out is not spoken of.
      desired: { ...draft.desired, ...given(wanted.get(draft.name)!) },
      requestId: options.requestId ?? draft.requestId,
    }));
  }

  removeDesired(environment: string, names: readonly string[]): Promise<void> {
    return this.#change(environment, names, draft => ({
      ...draft,
      desired: undefined,
    }));
  }

  setObserved(
    environment: string,
    subjects: readonly ObservedSubject[],
  ): Promise<void> {
    const seen = new Map(subjects.map(subject => [subject.name, subject]));
    return this.#change(environment, [...seen.keys()], draft => ({
      ...draft,
      observed: seen.get(draft.name)!,
      wasObserved: true,
    }));
  }

  async #subjects(
    environment: string,
    rows: readonly SubjectRow[],
  ): Promise<StoredSubject[]> {
    const instances = await instancesById(this.#session, environment);
    return rows.map(row => toSubject(row, instances)).sort(byName);
  }

  #change(
    environment: string,
    names: readonly string[],
    change: (draft: SubjectDraft) => SubjectDraft,
  ): Promise<void> {
    return this.#session.transaction(async session => {
      const rows = await session.byName<SubjectRow>(
        SUBJECTS,
        environment,
        names,
      );
      const byRowName = new Map(rows.map(row => [row.name, row]));
      const drafts = [...new Set(names)].map(name => {
        const row = byRowName.get(name);
        return change(
          row ? draftOf(row) : { environment, name, wasObserved: false },
        );
      });
      await writeSubjects(session, environment, { rows, drafts });
    });
  }
}

function given(spec: SubjectSpec): SubjectSpec {
  return JSON.parse(JSON.stringify(spec));
}

export async function writeSubjects(
  session: Session,
  environment: string,
  options: {
    rows: readonly SubjectRow[];
    drafts: readonly SubjectDraft[];
  },
): Promise<void> {
  const owners = await ownersOf(session, environment);
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
