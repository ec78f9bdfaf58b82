// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { CredentialsQuery } from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { PasswordTicket, StoredCredential } from '../domain/stored';
import type { CredentialStore } from '../domain/stores';
import type { StoredPage, Viewer } from '../domain/viewer';
import { instancesNamed } from './instancesNamed';
import { keysetPage } from './keyset';
import { folded, type Session, utc } from './Session';
import { whereVisible } from './visible';

const CREDENTIALS = 'kafka_credentials';
const TICKETS = 'kafka_password_tickets';

interface CredentialRow {
  id: string;
  environment: string;
  instance: string;
  username: string;
  body: string;
  request_id: string | null;
}

interface TicketRow {
  credential_id: string;
  request_id: string;
  requester_ref: string;
  expires_at: string;
}

export class KnexCredentialStore implements CredentialStore {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  async get(id: string): Promise<StoredCredential | undefined> {
    const row = await this.#session.knex(CREDENTIALS).where({ id }).first();
    return row && fromRow(row);
  }

  async ofUser(environment: string, username: string) {
    const row = await this.#session
      .knex(CREDENTIALS)
      .where({ environment, username })
      .first();
    return row && fromRow(row);
  }

  async list(filter: { environment?: string; instance?: string }) {
    const where = Object.fromEntries(
      Object.entries(filter).filter(([, value]) => value !== undefined),
    );
    const rows: CredentialRow[] = await this.#session
      .knex(CREDENTIALS)
      .where(where)
      .orderBy('username');
    return rows.map(fromRow);
  }

  async page(
    query: CredentialsQuery,
    viewer: Viewer,
  ): Promise<StoredPage<StoredCredential>> {
    const { knex } = this.#session;
    const { q, cursor, limit, ...filters } = query;
    const keys = whereVisible(knex(CREDENTIALS), filters, viewer, {
      type: 'credential',
      instances: await instancesNamed(knex, filters, viewer),
    });
    const text = q?.trim();
    if (text) {
      keys.where('username', 'like', `%${text.replace(/[%_\\]/g, '')}%`);
    }
    const page = await keysetPage<CredentialRow>(keys, {
      columns: ['username', 'id'],
      cursor,
      limit,
    });
    const rows: CredentialRow[] = await knex(CREDENTIALS).whereIn(
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

  async put(credential: StoredCredential): Promise<void> {
    const { requestId, ...body } = credential;
    const { id, environment, instance, username } = body;
    const row: CredentialRow = {
      id,
      environment,
      instance,
      username,
      body: JSON.stringify(body),
      request_id: requestId ?? null,
    };
    await this.#session.upsert(CREDENTIALS, [row], 'id');
  }

  remove(id: string): Promise<void> {
    return this.#session.transaction(async ({ knex }) => {
      await knex(TICKETS).where({ credential_id: id }).delete();
      await knex(CREDENTIALS).where({ id }).delete();
    });
  }

  async putTicket(ticket: PasswordTicket): Promise<void> {
    const row: TicketRow = {
      credential_id: ticket.credentialId,
      request_id: ticket.requestId,
      requester_ref: folded(ticket.requesterRef),
      expires_at: utc(ticket.expiresAt),
    };
    await this.#session.upsert(TICKETS, [row], 'credential_id');
  }

  async takeTicket(options: {
    requestId: string;
    requesterRef: string;
    now: string;
  }): Promise<PasswordTicket | undefined> {
    const tickets = () =>
      this.#session
        .knex(TICKETS)
        .where({
          request_id: options.requestId,
          requester_ref: folded(options.requesterRef),
        })
        .where('expires_at', '>', utc(options.now));
    const row: TicketRow | undefined = await tickets().first();
    // Of two who come at once, one deletes it.
    const taken = await tickets().delete();
    if (!row || taken === 0) return undefined;
    return {
      requestId: row.request_id,
      credentialId: row.credential_id,
      requesterRef: row.requester_ref,
      expiresAt: row.expires_at,
    };
  }

  async waitingTickets(now: string): Promise<Set<string>> {
    const ids: string[] = await this.#session
      .knex(TICKETS)
      .where('expires_at', '>', utc(now))
      .pluck('credential_id');
    return new Set(ids);
  }

  async pruneTickets(now: string): Promise<void> {
    await this.#session
      .knex(TICKETS)
      .where('expires_at', '<=', utc(now))
      .delete();
  }
}

function fromRow(row: CredentialRow): StoredCredential {
  return {
    ...JSON.parse(row.body),
    ...(row.request_id && { requestId: row.request_id }),
  };
}
