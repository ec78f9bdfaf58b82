// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { DriftQuery } from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { StoredDrift } from '../domain/stored';
import type { DriftStore } from '../domain/observedStores';
import type { StoredPage, Viewer } from '../domain/viewer';
import { instancesNamed } from './instancesNamed';
import { keysetPage } from './keyset';
import { type Session, utc } from './Session';
import { whereVisible } from './visible';

const DRIFT = 'kafka_drift';
const AT_ONCE = 400;

interface DriftRow {
  id: string;
  environment: string;
  kind: string;
  name: string;
  instance: string | null;
  is_ignored: boolean | number;
  ignored_by: string | null;
  comment: string | null;
  since: string;
  body: string;
}

type NewDrift = Omit<StoredDrift, 'since' | 'ignored'>;

export class KnexDriftStore implements DriftStore {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  async get(id: string): Promise<StoredDrift | undefined> {
    const row = await this.#session.knex(DRIFT).where({ id }).first();
    return row && fromRow(row);
  }

  async page(
    query: DriftQuery,
    viewer: Viewer,
  ): Promise<StoredPage<StoredDrift>> {
    const { knex } = this.#session;
    const { kind, ignored, cursor, limit } = query;
    const keys = whereVisible(knex(DRIFT), query, viewer, {
      type: 'topic',
      instances: await instancesNamed(knex, query, viewer),
    });
    if (kind) keys.whereIn('kind', kind);
    if (!ignored) keys.where({ is_ignored: false });
    const page = await keysetPage<DriftRow>(keys, {
      columns: ['name', 'id'],
      cursor,
      limit,
    });
    const rows: DriftRow[] = await knex(DRIFT).whereIn(
      'id',
      page.items.map(({ id }) => id),
    );
    const found = new Map(rows.map(row => [row.id, row]));
    return {
      ...page,
      items: page.items.flatMap(({ id }) => {
        const row = found.get(id);
        return row ? [fromRow(row)] : [];
      }),
    };
  }

  replace(
    environment: string,
    entries: readonly NewDrift[],
    { at }: { at: string },
  ): Promise<void> {
    return this.#session.transaction(async session => {
      const rows: DriftRow[] = await session.knex(DRIFT).where({ environment });
      const stored = new Map(rows.map(row => [row.id, row]));
      const kept = new Set(entries.map(({ id }) => id));
      const gone = rows.map(({ id }) => id).filter(id => !kept.has(id));
      for (let start = 0; start < gone.length; start += AT_ONCE) {
        await session
          .knex(DRIFT)
          .whereIn('id', gone.slice(start, start + AT_ONCE))
          .delete();
      }
      const changed = entries
        .map(entry => toRow(entry, stored.get(entry.id), at))
        .filter(row => {
          const before = stored.get(row.id);
          return before?.body !== row.body || before.instance !== row.instance;
        });
      await session.upsert(DRIFT, changed, 'id');
    });
  }

  async choose(
    id: string,
    choice: { ignored: boolean; by: string; comment?: string },
  ): Promise<void> {
    await this.#session
      .knex(DRIFT)
      .where({ id })
      .update({
        is_ignored: choice.ignored,
        ignored_by: choice.ignored ? choice.by : null,
        comment: choice.comment ?? null,
      });
  }

  async remove(id: string): Promise<void> {
    await this.#session.knex(DRIFT).where({ id }).delete();
  }
}

function toRow(
  entry: NewDrift,
  before: DriftRow | undefined,
  at: string,
): DriftRow {
  return {
    id: entry.id,
    environment: entry.environment,
    kind: entry.kind,
    name: entry.name,
    instance: entry.instance ?? null,
    is_ignored: Boolean(before?.is_ignored),
    ignored_by: before?.ignored_by ?? null,
    comment: before?.comment ?? null,
    since: before?.since ?? utc(at),
    body: JSON.stringify(entry),
  };
}

function fromRow(row: DriftRow): StoredDrift {
  return {
    ...JSON.parse(row.body),
    since: row.since,
    ignored: Boolean(row.is_ignored),
  };
}
