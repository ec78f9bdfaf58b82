// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Knex } from 'knex';
import { isUniqueViolation } from './connect';

/** Older ones are of no use to a comparison any more. */
const KEPT_REVISIONS = 100;
const ATTEMPTS = 10;

/** A policy that came into force. */
export interface StoredRevision {
  /** From 1, in the order in which they came into force. */
  number: number;
  /** Content hash. */
  revision: string;
  source: string;
  /** ISO 8601. */
  loadedAt: string;
  text: string;
}

interface Row {
  number: number;
  revision: string;
  source: string;
  loaded_at: string;
  text: string;
}

/**
 * Keeps the policies that were in force, for a restart, for other replicas and
 * for comparisons. A replica that finds the last one to be its own adds
 * nothing; the primary key lets one of several that add at the same time win.
 */
export class PolicyRevisionStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Adds a revision as the last one, unless it is that already. */
  async record(added: Omit<StoredRevision, 'number'>): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const last = await this.#last();
      if (last?.revision === added.revision) return;
      const number = (last?.number ?? 0) + 1;
      try {
        const { revision, source, loadedAt, text } = added;
        const row = { number, revision, source, loaded_at: loadedAt, text };
        await this.#knex<Row>('policy_revisions').insert(row);
        await this.#knex<Row>('policy_revisions')
          .where('number', '<=', number - KEPT_REVISIONS)
          .delete();
        return;
      } catch (error) {
        // Another replica took the number: look again, it may have added the same.
        if (!isUniqueViolation(error) || attempt === ATTEMPTS) throw error;
      }
    }
  }

  /** The policy that came into force last, on any replica. */
  async last(): Promise<StoredRevision | undefined> {
    const row = await this.#knex<Row>('policy_revisions')
      .orderBy('number', 'desc')
      .first();
    return row && fromRow(row);
  }

  /** The latest appearance of a revision. */
  async find(revision: string): Promise<StoredRevision | undefined> {
    const row = await this.#knex<Row>('policy_revisions')
      .where({ revision })
      .orderBy('number', 'desc')
      .first();
    return row && fromRow(row);
  }

  /** Newest first, without texts. */
  async list(): Promise<Omit<StoredRevision, 'text'>[]> {
    const rows = await this.#knex<Row>('policy_revisions')
      .select('number', 'revision', 'source', 'loaded_at')
      .orderBy('number', 'desc')
      .limit(KEPT_REVISIONS);
    return rows.map(row => {
      const { number, revision, source, loaded_at: loadedAt } = row;
      return { number, revision, source, loadedAt };
    });
  }

  async #last(): Promise<Pick<Row, 'number' | 'revision'> | undefined> {
    return this.#knex<Row>('policy_revisions')
      .select('number', 'revision')
      .orderBy('number', 'desc')
      .first();
  }
}

function fromRow({ loaded_at: loadedAt, ...row }: Row): StoredRevision {
  return { ...row, loadedAt };
}
