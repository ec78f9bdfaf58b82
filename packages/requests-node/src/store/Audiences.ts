// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { inTransaction, insertAll, rowsOf } from './connection';
import { foldedRef } from './listRow';

/** Sets that are known to be stored; a process meets the same few again and again. */
const REMEMBERED = 10_000;

/**
 * Sets of groups and people. Requests of one team for one environment are read and decided by the same set, so a request
 * carries the number of its set, and a list asks for a few numbers instead of joining the refs of every request. Sets are
 * only added, never changed.
 */
export class Audiences {
  readonly #knex: Knex;
  readonly #known = new Map<string, number>();

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The number of the set, which is kept where it is new. Not within a transaction: nobody has to wait for it. */
  async idOf(refs: readonly string[]): Promise<number> {
    const members = [...new Set(refs.map(foldedRef))].sort();
    const digest = createHash('sha256')
      .update(members.join('\n'))
      .digest('hex');
    const known = this.#known.get(digest);
    if (known !== undefined) return known;

    const id = (await this.#find(digest)) ?? (await this.#add(digest, members));
    if (this.#known.size >= REMEMBERED) this.#known.clear();
    this.#known.set(digest, id);
    return id;
  }

  /** The numbers of all sets that have one of the refs in them. */
  async having(refs: readonly string[]): Promise<number[]> {
    const rows = await this.#knex('requests_audience_refs')
      .whereIn('ref', [...new Set(refs.map(foldedRef))])
      .select<{ audience_id: number }[]>('audience_id');
    return [...new Set(rows.map(row => row.audience_id))];
  }

  async #find(digest: string): Promise<number | undefined> {
    const row = await this.#knex('requests_audiences')
      .where({ digest })
      .first('id');
    return row?.id;
  }

  async #add(digest: string, members: string[]): Promise<number> {
    const added = await inTransaction(this.#knex, async transaction => {
      const [row] = await rowsOf<{ id: number }>(
        transaction,
        'insert into requests_audiences (digest) values (?) on conflict (digest) do nothing returning id',
        [digest],
      );
      if (row) {
        await insertAll(
          transaction,
          'requests_audience_refs',
          members.map(ref => ({ ref, audience_id: row.id })),
        );
      }
      return row?.id;
    });
    // Another process was faster, and its rows are there: an insert that conflicts waits for the other transaction.
    return added ?? (await this.#find(digest))!;
  }
}
