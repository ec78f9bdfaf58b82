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
import { instancesOf } from './instances';
import { instancesNamed } from './instancesNamed';
import { keysetPage } from './keyset';
import { byName } from './KnexTopicStore';
import { rowsOfPage } from './readRows';
import { defined, type Session } from './Session';
import {
  draftOf,
  type SubjectDraft,
  type SubjectRow,
  SUBJECTS,
  toSubject,
} from './subjectRows';
import { whereVisible } from './visible';
import { SUBJECT_TOPICS, writeSubjects } from './writeSubjects';

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
    return (await this.#subjects(rows))[0];
  }

  async all({
    schemas = false,
    ...filter
  }: {
    environment: string;
    instance?: string;
    schemas?: boolean;
  }): Promise<StoredSubject[]> {
    const rows = await this.#session
      .knex(SUBJECTS)
      .where(defined(filter))
      .select(schemas ? '*' : LISTED);
    return this.#subjects(rows);
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
    return this.#subjects(rows);
  }

  async page(
    query: SubjectsQuery,
    viewer: Viewer,
  ): Promise<StoredPage<StoredSubject>> {
    const { knex } = this.#session;
    const { topic, cursor, limit } = query;
    const keys = whereVisible(knex(SUBJECTS), query, viewer, {
      type: 'subject',
      instances: await instancesNamed(knex, query, viewer),
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
    const rows = await rowsOfPage<SubjectRow>(
      this.#session,
      SUBJECTS,
      page.items,
    );
    const instances = await instancesOf(this.#session, rows);
    return {
      ...page,
      items: rows.map(row =>
        toSubject({ ...row, observed_schema: null }, instances),
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

  async #subjects(rows: readonly SubjectRow[]): Promise<StoredSubject[]> {
    const instances = await instancesOf(this.#session, rows);
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
