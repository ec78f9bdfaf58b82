// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type GrantState,
  type GrantsQuery,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { Knex } from 'knex';
import type { StoredGrant } from '../domain/stored';
import type { GrantStore } from '../domain/stores';
import type { StoredPage, Viewer } from '../domain/viewer';
import { beginningsOf } from './beginnings';
import { instancesNamed } from './instancesNamed';
import { keysetPage } from './keyset';
import { type Session, utc } from './Session';
import { whereOneOf, whereVisible } from './visible';

const GRANTS = 'kafka_grants';
/** A grant is ending when it has less left than this. */
export const GRANT_ENDING_DAYS = 14;
const DAY = 24 * 3_600_000;

interface GrantRow {
  id: string;
  environment: string;
  owner: string;
  grantee: string;
  is_prefix: boolean | number;
  topic: string;
  expires_at: string | null;
  revoked_at: string | null;
  is_applied: boolean | number;
  body: string;
  request_id: string | null;
  revoke_request_id: string | null;
}

export class KnexGrantStore implements GrantStore {
  readonly #session: Session;
  readonly #clock: () => Date;

  constructor(session: Session, clock: () => Date) {
    this.#session = session;
    this.#clock = clock;
  }

  async get(id: string): Promise<StoredGrant | undefined> {
    const row = await this.#session.knex(GRANTS).where({ id }).first();
    return row && fromRow(row);
  }

  async list({
    environment,
    instance,
    activeAt,
  }: {
    environment?: string;
    instance?: string;
    activeAt?: string;
  }): Promise<StoredGrant[]> {
    const query = this.#session.knex(GRANTS).orderBy('id');
    if (environment !== undefined) query.where({ environment });
    if (instance !== undefined) {
      query.where(any =>
        any.where({ owner: instance }).orWhere({ grantee: instance }),
      );
    }
    if (activeAt !== undefined) whereActive(query, utc(activeAt));
    const rows: GrantRow[] = await query;
    return rows.map(fromRow);
  }

  async involved(
    environment: string,
    {
      ids = [],
      topics = [],
      owners = [],
      grantees = [],
    }: Parameters<GrantStore['involved']>[1],
  ): Promise<StoredGrant[]> {
    const { knex } = this.#session;
    const found = new Map<string, GrantRow>();
    // One after another, since each walks an index of its own.
    for (const [column, values] of [
      ['id', ids],
      ['owner', owners],
      ['grantee', grantees],
      ['topic', [...new Set(topics.flatMap(beginningsOf))]],
    ] as const) {
      if (values.length === 0) continue;
      const query = knex(GRANTS).where({ environment });
      whereOneOf(query, column, values);
      const rows: GrantRow[] = await query;
      for (const row of rows) {
        const isOther =
          column === 'topic' && !row.is_prefix && !topics.includes(row.topic);
        if (!isOther) found.set(row.id, row);
      }
    }
    return [...found.values()].map(fromRow).sort(byId);
  }

  async page(
    query: GrantsQuery,
    viewer: Viewer,
  ): Promise<StoredPage<StoredGrant>> {
    const { knex } = this.#session;
    const { topic, state, q, cursor, limit, ...filters } = query;
    const keys = whereVisible(knex(GRANTS), filters, viewer, {
      type: 'grant',
      instanceColumns: ['owner', 'grantee'],
      instances: await instancesNamed(knex, filters, viewer),
    });
    if (topic !== undefined) whereCovers(keys, topic);
    const text = q?.trim().toLowerCase();
    if (text) {
      keys.where(any => {
        for (const column of ['topic', 'owner', 'grantee']) {
          any.orWhere(column, 'like', `%${text.replace(/[%_\\]/g, '')}%`);
        }
      });
    }
    if (state) {
      const now = this.#clock();
      keys.where(any => {
        for (const each of state)
          any.orWhere(part => whereState(part, each, now));
      });
    }
    const page = await keysetPage<GrantRow>(keys, {
      columns: ['topic', 'id'],
      cursor,
      limit,
    });
    const rows: GrantRow[] = await knex(GRANTS).whereIn(
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

  async put(grants: readonly StoredGrant[]): Promise<void> {
    await this.#session.upsert(GRANTS, grants.map(toRow), 'id');
  }

  async expired(at: string): Promise<StoredGrant[]> {
    const rows: GrantRow[] = await this.#session
      .knex(GRANTS)
      .where({ is_applied: true })
      .where('expires_at', '<=', utc(at))
      .orderBy('id');
    return rows.map(fromRow);
  }
}

function whereActive(query: Knex.QueryBuilder, now: string): void {
  query
    .whereNull('revoked_at')
    .where(any => any.whereNull('expires_at').orWhere('expires_at', '>', now));
}

function whereState(
  query: Knex.QueryBuilder,
  state: GrantState,
  now: Date,
): void {
  const at = now.toISOString();
  const soon = new Date(now.getTime() + GRANT_ENDING_DAYS * DAY).toISOString();
  if (state === 'revoked') {
    query.whereNotNull('revoked_at');
  } else if (state === 'expired') {
    query.whereNull('revoked_at').where('expires_at', '<=', at);
  } else if (state === 'ending') {
    query
      .whereNull('revoked_at')
      .where('expires_at', '>', at)
      .where('expires_at', '<=', soon);
  } else {
    query
      .whereNull('revoked_at')
      .where(any =>
        any.whereNull('expires_at').orWhere('expires_at', '>', soon),
      );
  }
}

function byId(one: StoredGrant, other: StoredGrant): number {
  return one.id < other.id ? -1 : 1;
}

/** Grants on the topic itself and on every beginning of its name: at most 249 keys of an index. */
function whereCovers(query: Knex.QueryBuilder, topic: string): void {
  query.where(any =>
    any
      .where({ is_prefix: false, topic })
      .orWhere(prefix =>
        prefix.where({ is_prefix: true }).whereIn('topic', beginningsOf(topic)),
      ),
  );
}

function toRow(grant: StoredGrant): GrantRow {
  const { requestId, revokeRequestId, applied, ...body } = grant;
  return {
    id: body.id,
    environment: body.environment,
    owner: body.owner,
    grantee: body.grantee,
    is_prefix: body.topic.pattern === 'PREFIXED',
    topic: body.topic.name,
    expires_at: body.expiresAt ? utc(body.expiresAt) : null,
    revoked_at: body.revokedAt ? utc(body.revokedAt) : null,
    is_applied: applied,
    body: JSON.stringify(body),
    request_id: requestId ?? null,
    revoke_request_id: revokeRequestId ?? null,
  };
}

function fromRow(row: GrantRow): StoredGrant {
  return {
    ...JSON.parse(row.body),
    applied: Boolean(row.is_applied),
    ...(row.request_id && { requestId: row.request_id }),
    ...(row.revoke_request_id && { revokeRequestId: row.revoke_request_id }),
  };
}
