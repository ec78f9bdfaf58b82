// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { BreakGlassState } from '@fairway/backstage-plugin-ownership-common';
import type { Knex } from 'knex';
import type { StoredGrant } from '../breakGlass/grant';

const TABLE = 'break_glass_grants';
/** As many as a page shows; the audit log has the rest. */
const LISTED = 200;

interface Row {
  id: string;
  version: number;
  state: BreakGlassState;
  user_entity_ref: string;
  reason: string;
  ticket: string;
  minutes: number;
  environment: string | null;
  service: string | null;
  requested_at: string;
  opened_at: string | null;
  expires_at: string;
  approved_by: string;
  closed_at: string | null;
  closed_by: string | null;
}

/** Keeps break-glass grants; every change names the version that it has seen. */
export class BreakGlassStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async insert(grant: StoredGrant): Promise<void> {
    await this.#knex<Row>(TABLE).insert(toRow(grant));
  }

  async find(id: string): Promise<StoredGrant | undefined> {
    const row = await this.#knex<Row>(TABLE).where({ id }).first();
    return row && fromRow(row);
  }

  /**
   * Replaces a grant by its next version.
   *
   * @returns false if somebody else was quicker
   */
  async replace(next: StoredGrant): Promise<boolean> {
    const { id, ...row } = toRow(next);
    const changed = await this.#knex<Row>(TABLE)
      .where({ id, version: next.version - 1 })
      .update(row);
    return changed === 1;
  }

  /** Newest first; of everybody, or of one person. */
  async list(options: { userEntityRef?: string } = {}): Promise<StoredGrant[]> {
    const { userEntityRef } = options;
    const query = this.#knex<Row>(TABLE)
      .orderBy('requested_at', 'desc')
      .orderBy('id', 'desc')
      .limit(LISTED);
    if (userEntityRef !== undefined) {
      query.where({ user_entity_ref: userEntityRef });
    }
    return (await query).map(fromRow);
  }

  /** Those that count now. */
  async active(now: Date): Promise<StoredGrant[]> {
    const rows = await this.#knex<Row>(TABLE)
      .where({ state: 'active' })
      .andWhere('expires_at', '>', now.toISOString())
      .orderBy('id');
    return rows.map(fromRow);
  }

  /** Those whose time is over, but whose state does not say so yet. */
  async overdue(now: Date): Promise<StoredGrant[]> {
    const rows = await this.#knex<Row>(TABLE)
      .whereIn('state', ['waiting', 'active'])
      .andWhere('expires_at', '<=', now.toISOString())
      .orderBy('id');
    return rows.map(fromRow);
  }
}

function toRow(grant: StoredGrant): Row {
  return {
    id: grant.id,
    version: grant.version,
    state: grant.state,
    user_entity_ref: grant.userEntityRef,
    reason: grant.reason,
    ticket: grant.ticket,
    minutes: grant.minutes,
    environment: grant.environment ?? null,
    service: grant.service ?? null,
    requested_at: grant.requestedAt,
    opened_at: grant.openedAt ?? null,
    expires_at: grant.expiresAt,
    approved_by: JSON.stringify(grant.approvedBy),
    closed_at: grant.closedAt ?? null,
    closed_by: grant.closedBy ?? null,
  };
}

function fromRow(row: Row): StoredGrant {
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    userEntityRef: row.user_entity_ref,
    reason: row.reason,
    ticket: row.ticket,
    minutes: row.minutes,
    environment: row.environment ?? undefined,
    service: row.service ?? undefined,
    requestedAt: row.requested_at,
    openedAt: row.opened_at ?? undefined,
    expiresAt: row.expires_at,
    approvedBy: JSON.parse(row.approved_by),
    closedAt: row.closed_at ?? undefined,
    closedBy: row.closed_by ?? undefined,
  };
}
