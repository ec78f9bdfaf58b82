// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  foldTopicName,
  type TopicsQuery,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type {
  DesiredTopic,
  StoredTopic,
  TopicObservation,
} from '../domain/stored';
import type { TopicStore } from '../domain/stores';
import type { StoredPage, Viewer } from '../domain/viewer';
import { instancesOf } from './instances';
import { instancesNamed } from './instancesNamed';
import { keysetPage } from './keyset';
import { rowsInTurn, rowsOfPage } from './readRows';
import { defined, isPostgres, type Session } from './Session';
import {
  draftOf,
  FOLDED,
  newDraft,
  toTopic,
  type TopicDraft,
  type TopicRow,
  TOPICS,
  withDesired,
  withObserved,
} from './topicRows';
import { whereOneOf, whereVisible } from './visible';
import { LABELS, writeTopics } from './writeTopics';

export class KnexTopicStore implements TopicStore {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  async get(environment: string, name: string) {
    return (await this.getMany(environment, [name]))[0];
  }

  async getMany(
    environment: string,
    names: readonly string[],
  ): Promise<StoredTopic[]> {
    return this.#topics(
      await this.#session.byName<TopicRow>(TOPICS, environment, names),
    );
  }

  async all(filter: { environment: string; instance?: string }) {
    return this.#topics(
      await this.#session.knex<TopicRow>(TOPICS).where(defined(filter)),
    );
  }

  async *each(environment: string): AsyncGenerator<StoredTopic[]> {
    for await (const rows of rowsInTurn<TopicRow>(
      this.#session,
      TOPICS,
      environment,
    )) {
      yield await this.#topics(rows);
    }
  }

  async alike(
    environment: string,
    names: readonly string[],
  ): Promise<StoredTopic[]> {
    if (names.length === 0) return [];
    const query = this.#session.knex(TOPICS).where({ environment });
    whereOneOf(query, this.#session.knex.raw(FOLDED), [
      ...new Set(names.map(foldTopicName)),
    ]);
    return this.#topics(await query);
  }

  desiredNames(environment: string): Promise<string[]> {
    return this.#session
      .knex(TOPICS)
      .where({ environment, is_desired: true })
      .orderBy('name')
      .pluck('name');
  }

  orphanNames(environment: string): Promise<string[]> {
    return this.#session
      .knex(TOPICS)
      .where({ environment, is_observed: true })
      .whereNull('instance')
      .orderBy('name')
      .pluck('name');
  }

  async desiredConfigs(environment: string): Promise<string[]> {
    const { knex } = this.#session;
    const keys = isPostgres(knex)
      ? knex.raw(`jsonb_object_keys(desired::jsonb -> 'configs') as config`)
      : knex.raw('configs.key as config');
    const query = knex(TOPICS).where({ environment, is_desired: true });
    if (!isPostgres(knex)) {
      query.joinRaw(`, json_each(desired, '$.configs') as configs`);
    }
    const rows: { config: string }[] = await query.distinct(keys);
    return rows.map(({ config }) => config).sort();
  }

  async page(
    query: TopicsQuery,
    viewer: Viewer,
  ): Promise<StoredPage<StoredTopic>> {
    const { knex } = this.#session;
    const { phase, label, sort = 'name', cursor, limit } = query;
    const keys = whereVisible(knex(TOPICS), query, viewer, {
      type: 'topic',
      instances: await instancesNamed(knex, query, viewer),
    });
    if (phase) keys.whereIn('phase', phase);
    for (const each of label ?? []) {
      const [key, ...value] = each.split('=');
      keys.whereExists(labels => {
        labels
          .from(LABELS)
          .where('label_key', key)
          .whereRaw(`${LABELS}.environment = ${TOPICS}.environment`)
          .whereRaw(`${LABELS}.name = ${TOPICS}.name`);
        if (value.length > 0) labels.where('label_value', value.join('='));
      });
    }
    const column = sort.replace('-', '');
    const page = await keysetPage<TopicRow>(keys, {
      columns:
        column === 'name'
          ? ['name', 'environment']
          : [column, 'name', 'environment'],
      descending: sort.startsWith('-'),
      cursor,
      limit,
    });
    const rows = await rowsOfPage<TopicRow>(this.#session, TOPICS, page.items);
    const instances = await instancesOf(this.#session, rows);
    return { ...page, items: rows.map(row => toTopic(row, instances)) };
  }

  async setDesired(topics: readonly DesiredTopic[]): Promise<void> {
    for (const [environment, some] of grouped(topics)) {
      const byTopic = new Map(some.map(topic => [topic.spec.name, topic]));
      await this.#change(environment, [...byTopic.keys()], draft =>
        withDesired(draft, byTopic.get(draft.name)!),
      );
    }
  }

  removeDesired(environment: string, names: readonly string[]): Promise<void> {
    return this.#change(environment, names, draft => ({
      ...draft,
      desired: undefined,
      deleteAfter: undefined,
      failure: undefined,
      deletionProtection: false,
    }));
  }

  setProtection(
    environment: string,
    name: string,
    deletionProtection: boolean,
  ): Promise<void> {
    return this.#change(environment, [name], draft => ({
      ...draft,
      deletionProtection,
    }));
  }

  setDeleting(
    environment: string,
    name: string,
    deleteAfter: string | undefined,
  ): Promise<void> {
    return this.#change(environment, [name], draft => ({
      ...draft,
      deleteAfter,
    }));
  }

  setFailure(
    environment: string,
    name: string,
    failure: string | undefined,
  ): Promise<void> {
    return this.#change(environment, [name], draft => ({ ...draft, failure }));
  }

  setObserved(
    environment: string,
    topics: readonly TopicObservation[],
  ): Promise<void> {
    const seen = new Map(topics.map(topic => [topic.name, topic]));
    return this.#change(environment, [...seen.keys()], draft =>
      withObserved(draft, seen.get(draft.name)!),
    );
  }

  removeObserved(environment: string, names: readonly string[]): Promise<void> {
    return this.#change(environment, names, draft => ({
      ...draft,
      observed: undefined,
      seenDigest: undefined,
    }));
  }

  async #topics(rows: readonly TopicRow[]): Promise<StoredTopic[]> {
    const instances = await instancesOf(this.#session, rows);
    return rows.map(row => toTopic(row, instances)).sort(byName);
  }

  #change(
    environment: string,
    names: readonly string[],
    change: (draft: TopicDraft) => TopicDraft,
  ): Promise<void> {
    return this.#session.transaction(async session => {
      const rows = await session.byName<TopicRow>(TOPICS, environment, names);
      const stored = new Map(rows.map(row => [row.name, row]));
      await writeTopics(session, environment, {
        rows,
        drafts: [...new Set(names)].map(name => {
          const row = stored.get(name);
          return change(row ? draftOf(row) : newDraft(environment, name));
        }),
      });
    });
  }
}

function grouped(topics: readonly DesiredTopic[]): Map<string, DesiredTopic[]> {
  const groups = new Map<string, DesiredTopic[]>();
  for (const topic of topics) {
    const group = groups.get(topic.environment);
    if (group) group.push(topic);
    else groups.set(topic.environment, [topic]);
  }
  return groups;
}

export function byName(one: { name: string }, other: { name: string }): number {
  return one.name < other.name ? -1 : 1;
}
