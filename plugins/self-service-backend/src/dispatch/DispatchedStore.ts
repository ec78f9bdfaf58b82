// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createHash } from 'node:crypto';
import type { DispatchedEntity } from '@fairway/backstage-plugin-self-service-common';
import type { Knex } from 'knex';
import type { HeldTarget } from '../change/types';

/** By what something that was dispatched is known. */
export interface DispatchedKey {
  /** The policy's names. */
  environment: string;
  service: string;
  resource: string;
}

/** Something that a dispatch made. */
export interface Dispatched extends DispatchedKey {
  receiver: string;
  ownerRef?: string;
  requesterRef: string;
  /** Of the last change of it. */
  requestId: string;
  /** ISO 8601 duration from `settledAt` on. */
  lifetime?: string;
  entity: DispatchedEntity;
  settledAt: Date;
}

interface Row {
  dispatched_digest: string;
  environment: string;
  service: string;
  resource: string;
  receiver: string;
  owner_ref: string | null;
  requester_ref: string;
  request_id: string;
  lifetime: string | null;
  entity: string;
  settled_at: Date | string | number;
}

const TABLE = 'dispatched';

/** A key for people. */
export function dispatchKeyOf(key: DispatchedKey): string {
  return `${key.environment}/${key.service}/${key.resource}`;
}

/** Keeps what dispatches made, for the catalog; settling the same one twice is settling it once. */
export class DispatchedStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): DispatchedStore {
    return new DispatchedStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async settle(made: Dispatched, transaction: Knex = this.#knex) {
    await transaction<Row>(TABLE)
      .insert(toRow(made))
      .onConflict('dispatched_digest')
      .merge();
  }

  async remove(key: DispatchedKey, transaction: Knex = this.#knex) {
    await transaction<Row>(TABLE)
      .where({ dispatched_digest: digestOf(key) })
      .delete();
  }

  async find(key: DispatchedKey): Promise<Dispatched | undefined> {
    const row = await this.#knex<Row>(TABLE)
      .where({ dispatched_digest: digestOf(key) })
      .first();
    return row && fromRow(row);
  }

  async list(): Promise<Dispatched[]> {
    const rows = await this.#knex<Row>(TABLE)
      .select()
      .orderBy('dispatched_digest');
    return rows.map(fromRow);
  }

  /** As limits count them. */
  async held(): Promise<HeldTarget[]> {
    return (await this.list()).map(made => ({
      repoUrl: '',
      path: dispatchKeyOf(made),
      ownerRef: made.ownerRef,
      environment: made.environment,
      service: made.service,
      ...(made.lifetime && { attributes: { lifetime: made.lifetime } }),
    }));
  }
}

function digestOf({ environment, service, resource }: DispatchedKey): string {
  const key = JSON.stringify([environment, service, resource]);
  return createHash('sha256').update(key).digest('hex');
}

function toRow(made: Dispatched): Row {
  return {
    dispatched_digest: digestOf(made),
    environment: made.environment,
    service: made.service,
    resource: made.resource,
    receiver: made.receiver,
    owner_ref: made.ownerRef ?? null,
    requester_ref: made.requesterRef,
    request_id: made.requestId,
    lifetime: made.lifetime ?? null,
    entity: JSON.stringify(made.entity),
    settled_at: made.settledAt,
  };
}

function fromRow(row: Row): Dispatched {
  return {
    environment: row.environment,
    service: row.service,
    resource: row.resource,
    receiver: row.receiver,
    ...(row.owner_ref && { ownerRef: row.owner_ref }),
    requesterRef: row.requester_ref,
    requestId: row.request_id,
    ...(row.lifetime && { lifetime: row.lifetime }),
    entity: JSON.parse(row.entity),
    settledAt: new Date(row.settled_at),
  };
}
