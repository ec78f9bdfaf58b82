// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Ends of resources and their history. Whatever moves an end does so under compare-and-set together with its line of the
// history, so of two replicas one does it, and what people are told of is kept until they are.
import type { Knex } from 'knex';
import {
  type EventRow,
  type LifetimeRow,
  fromEventRow,
  fromLifetimeRow,
  toEventRow,
  toLifetimeColumns,
} from './rows';
import { nextLook } from './times';
import type {
  Lifetime,
  LifetimeChange,
  NewResourceEvent,
  StoredResourceEvent,
} from './types';

const LIFETIMES = 'resource_lifetimes';
const EVENTS = 'resource_events';
/** Lines of a history that are shown. */
const SHOWN = 200;
const AHEAD = 60 * 60_000;

export class LifetimeStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): LifetimeStore {
    return new LifetimeStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Gives a resource its end, once: one that has an end keeps it. */
  async start(
    life: Pick<
      Lifetime,
      'resourceId' | 'duration' | 'warn' | 'grace' | 'startedAt' | 'expiresAt'
    >,
    options: { event: NewResourceEvent; transaction?: Knex.Transaction },
  ): Promise<void> {
    const knex = options.transaction ?? this.#knex;
    const begun: Omit<Lifetime, 'rowVersion'> = {
      ...life,
      phase: 'counting',
      warned: [],
      generation: 1,
      lookAt: nextLook({ ...life, warned: [] }),
    };
    const [inserted] = await knex<LifetimeRow>(LIFETIMES)
      .insert({
        ...toLifetimeColumns(begun),
        resource_digest: life.resourceId,
        row_version: 1,
      } as LifetimeRow)
      .onConflict('resource_digest')
      .ignore()
      .returning('resource_digest');
    if (inserted) await this.append(life.resourceId, options.event, knex);
  }

  async find(resourceId: string): Promise<Lifetime | undefined> {
    const row = await this.#knex<LifetimeRow>(LIFETIMES)
      .where({ resource_digest: resourceId })
      .first();
    return row && fromLifetimeRow(row);
  }

  /** All, or those of some resources. */
  async list(resourceIds?: string[]): Promise<Map<string, Lifetime>> {
    const query = this.#knex<LifetimeRow>(LIFETIMES);
    const rows = await (resourceIds
      ? query.whereIn('resource_digest', resourceIds)
      : query);
    return new Map(
      rows.map(row => [row.resource_digest, fromLifetimeRow(row)]),
    );
  }

  /** What has to be looked at now; after its end a resource is looked at every time, whatever the clock says. */
  async due(now: Date): Promise<Lifetime[]> {
    const rows = await this.#knex<LifetimeRow>(LIFETIMES)
      .where(query =>
        query.where('phase', 'counting').where('look_at', '<=', now),
      )
      .orWhereIn('phase', ['grace', 'removing'])
      .orderBy('expires_at');
    return rows.map(fromLifetimeRow);
  }

  /** Changes an end as it was read, with what is said about it; false where somebody was faster. */
  async change(
    life: Lifetime,
    set: LifetimeChange,
    event?: NewResourceEvent,
    transaction?: Knex.Transaction,
  ): Promise<boolean> {
    const write = async (knex: Knex.Transaction) => {
      const changed = await knex<LifetimeRow>(LIFETIMES)
        .where({
          resource_digest: life.resourceId,
          row_version: life.rowVersion,
        })
        .update({
          ...toLifetimeColumns(set),
          row_version: life.rowVersion + 1,
        });
      if (changed === 0) return false;
      if (event) await this.append(life.resourceId, event, knex);
      return true;
    };
    return transaction ? write(transaction) : this.#knex.transaction(write);
  }

  /** With its resource. */
  async remove(
    resourceId: string,
    transaction: Knex.Transaction,
  ): Promise<void> {
    await transaction<LifetimeRow>(LIFETIMES)
      .where({ resource_digest: resourceId })
      .delete();
  }

  async append(
    resourceId: string,
    event: NewResourceEvent,
    knex: Knex = this.#knex,
  ): Promise<void> {
    await knex<EventRow>(EVENTS).insert(
      toEventRow(resourceId, event) as EventRow,
    );
  }

  /** Newest first. */
  async history(resourceId: string): Promise<StoredResourceEvent[]> {
    const rows = await this.#knex<EventRow>(EVENTS)
      .where({ resource_digest: resourceId })
      .orderBy('sequence', 'desc')
      .limit(SHOWN);
    return rows.map(fromEventRow);
  }

  /**
   * What people are to be told now. Each is handed out once until `again`, where it comes up anew unless it was told by
   * then.
   */
  async takeNews(options: {
    now: Date;
    again: Date;
  }): Promise<StoredResourceEvent[]> {
    const { now, again } = options;
    const rows = await this.#knex<EventRow>(EVENTS)
      .where('tell_at', '<=', now)
      // Written by a clock that was ahead.
      .orWhere('tell_at', '>', new Date(again.getTime() + AHEAD))
      .orderBy('sequence')
      .limit(100);
    const taken: StoredResourceEvent[] = [];
    for (const row of rows) {
      const won = await this.#knex<EventRow>(EVENTS)
        .where({ sequence: row.sequence, tell_at: row.tell_at })
        .update({ tell_at: again });
      if (won > 0) taken.push(fromEventRow(row));
    }
    return taken;
  }

  async told(sequence: number): Promise<void> {
    await this.#knex<EventRow>(EVENTS)
      .where({ sequence })
      .update({ tell_at: null });
  }
}
