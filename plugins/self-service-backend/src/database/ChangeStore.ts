// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { Knex } from 'knex';
import { nextChangeState, statesBefore } from '../domain/changeState';
import { selfServiceError } from '../errors';
import {
  type ChangeGroupRow,
  type ChangeRow,
  type ChangeTargetRow,
  fromRow,
  targetRows,
  toRow,
} from './rows';
import type {
  ChangeTransition,
  Insertion,
  NewChange,
  StoredChange,
} from './types';

const MIGRATIONS = resolvePackagePath(
  '@fairway/backstage-plugin-self-service-backend',
  'migrations',
);
/** How often a number that another process took at the same time is tried again. */
const NUMBER_ATTEMPTS = 20;
const UNIQUE_VIOLATIONS = [
  '23505',
  'SQLITE_CONSTRAINT_UNIQUE',
  'SQLITE_CONSTRAINT_PRIMARYKEY',
];

/**
 * Keeps changes; the only place with SQL in this plugin. Works on SQLite and PostgreSQL, with several processes at
 * once: what must be single is a unique index, and transitions are compare-and-set on the state.
 */
export class ChangeStore {
  readonly #knex: Knex;

  static async create(options: {
    database: DatabaseService;
  }): Promise<ChangeStore> {
    const { database } = options;
    const knex = await database.getClient();
    if (!database.migrations?.skip) {
      await knex.migrate.latest({ directory: MIGRATIONS });
    }
    return new ChangeStore(knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Keeps a new change in state `proposing`, or answers the one that has the same requester and idempotency key, or
   * the one that holds a target of it.
   *
   * @throws ConflictError `change-number` when no free number was found
   */
  async insert(change: NewChange): Promise<Insertion> {
    for (let attempt = 0; attempt < NUMBER_ATTEMPTS; attempt++) {
      try {
        await this.#insertWithNextNumber(change);
        const created = await this.findById(change.id);
        return { change: created!, created: true };
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
        const known = await this.findByKey(change);
        if (known) return { change: known, created: false };
        const heldBy = await this.#holderOf(change);
        if (heldBy) return { heldBy };
      }
    }
    throw selfServiceError('change-number', { attempts: NUMBER_ATTEMPTS });
  }

  /**
   * Takes the targets of a kept change for it again; answers the other change that holds one of them.
   *
   * @throws ConflictError `change-number` when others kept being faster
   */
  async hold(change: StoredChange): Promise<StoredChange | undefined> {
    const rows = targetRows(change);
    for (let attempt = 0; attempt < NUMBER_ATTEMPTS; attempt++) {
      const holder = await this.#holderOf(change);
      if (holder) return holder.id === change.id ? undefined : holder;
      if (rows.length === 0) return undefined;
      try {
        await this.#knex<ChangeTargetRow>('change_targets').insert(rows);
        return undefined;
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
      }
    }
    throw selfServiceError('change-number', { attempts: NUMBER_ATTEMPTS });
  }

  /** Lets go of the targets of a change that is no longer open; another may hold them then. */
  async release(id: string): Promise<void> {
    await this.#knex<ChangeTargetRow>('change_targets')
      .where({ change_id: id })
      .delete();
  }

  async findById(id: string): Promise<StoredChange | undefined> {
    const row = await this.#knex<ChangeRow>('changes').where({ id }).first();
    return row && (await this.#withGroups([row]))[0];
  }

  async findByKey(options: {
    requesterRef: string;
    idempotencyKey: string;
  }): Promise<StoredChange | undefined> {
    const row = await this.#knex<ChangeRow>('changes')
      .where({
        requester_ref: options.requesterRef,
        idempotency_key: options.idempotencyKey,
      })
      .first();
    return row && (await this.#withGroups([row]))[0];
  }

  /**
   * Changes of a person and of the person's groups, or all of them, newest first, below a number (keyset).
   */
  async list(options: {
    of?: { requesterRef: string; groupRefs: string[] };
    below?: number;
    limit: number;
  }): Promise<StoredChange[]> {
    const { of, below, limit } = options;
    const query = this.#knex<ChangeRow>('changes')
      .orderBy('number', 'desc')
      .limit(limit);
    if (of) {
      const ofTeams = this.#knex('change_groups')
        .select('change_id')
        .whereIn('group_ref', of.groupRefs)
        .where('role', 'team');
      query.where(mine =>
        mine.where('requester_ref', of.requesterRef).orWhereIn('id', ofTeams),
      );
    }
    if (below !== undefined) query.where('number', '<', below);
    return this.#withGroups(await query);
  }

  /**
   * Applies an event to a change; `false` when another process was first and the event no longer fits.
   */
  async transition(
    id: string,
    options: ChangeTransition & { at: Date },
  ): Promise<boolean> {
    const updated = await this.#knex<ChangeRow>('changes')
      .where({ id })
      .whereIn('state', statesBefore(options.event))
      .update({
        state: nextChangeState('proposing', options.event),
        updated_at: options.at,
        failure_code: options.event === 'failed' ? options.failure.code : null,
        failure_message:
          options.event === 'failed' ? options.failure.message : null,
        ...(options.event === 'opened' && {
          commit_sha: options.commitSha,
          pull_request_number: options.pullRequestNumber,
          remote_url: options.remoteUrl ?? null,
        }),
      });
    return updated === 1;
  }

  async #insertWithNextNumber(change: NewChange): Promise<void> {
    await this.#knex.transaction(async tx => {
      const [highest] = await tx('changes').max('number', { as: 'number' });
      const number = Number(highest?.number ?? 0) + 1;
      await tx('changes').insert(toRow(change, number));
      const groups = [
        ...change.teamRefs.map(ref => groupRow(change.id, ref, 'team')),
        ...change.askedRefs.map(ref => groupRow(change.id, ref, 'asked')),
      ];
      if (groups.length > 0) await tx('change_groups').insert(groups);
      const targets = targetRows(change);
      if (targets.length > 0) await tx('change_targets').insert(targets);
    });
  }

  async #holderOf(
    change: Pick<NewChange, 'id' | 'repoUrl' | 'targets'>,
  ): Promise<StoredChange | undefined> {
    const held = await this.#knex<ChangeTargetRow>('change_targets')
      .whereIn(
        'target_digest',
        targetRows(change).map(row => row.target_digest),
      )
      .orderBy('target_digest');
    const holder = held.find(row => row.change_id !== change.id) ?? held[0];
    return holder && this.findById(holder.change_id);
  }

  async #withGroups(rows: ChangeRow[]): Promise<StoredChange[]> {
    const groups = await this.#knex<ChangeGroupRow>('change_groups')
      .whereIn(
        'change_id',
        rows.map(row => row.id),
      )
      .orderBy('group_ref');
    return rows.map(row =>
      fromRow(
        row,
        groups.filter(group => group.change_id === row.id),
      ),
    );
  }
}

function groupRow(
  changeId: string,
  groupRef: string,
  role: 'team' | 'asked',
): ChangeGroupRow {
  return { change_id: changeId, group_ref: groupRef, role };
}

function isUniqueViolation(error: unknown): boolean {
  return isError(error) && UNIQUE_VIOLATIONS.includes(String(error.code));
}
