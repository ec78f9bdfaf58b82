// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createHash } from 'node:crypto';
import type { JsonObject } from '@backstage/types';
import type { DispatchedEntity } from '@fairway/backstage-plugin-self-service-common';
import type { Knex } from 'knex';
import { beginLifetime } from '../lifetimes/beginLifetime';
import { LifetimeStore } from '../lifetimes/LifetimeStore';
import type { LifetimeTerms } from '../lifetimes/types';

/** By what something that was dispatched is known. */
export interface DispatchedKey {
  /** The policy's names. */
  environment: string;
  service: string;
  resource: string;
}

/** Something that a dispatch made. */
export interface Dispatched extends DispatchedKey {
  /** Of environment, service and name, so that it stays the same when it is made anew. */
  id: string;
  /** The key for people. */
  path: string;
  receiver: string;
  /** What the receiver was told at the last change of it. */
  values: JsonObject;
  ownerRef?: string;
  requesterRef: string;
  /** Of the last change of it. */
  requestId: string;
  /** As it was ordered, an ISO 8601 duration. */
  lifetime?: string;
  entity: DispatchedEntity;
  settledAt: Date;
  /** It is in no repository, of no module, and nobody can see that it is missing. */
  repoUrl?: undefined;
  module?: undefined;
  goneAt?: undefined;
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
  told: string | null;
  settled_at: Date | string | number;
}

const TABLE = 'dispatched';

/** What a dispatch has made, or made otherwise. */
export type Settled = Omit<Dispatched, 'id' | 'path'>;

/** A key for people. */
export function dispatchKeyOf(key: DispatchedKey): string {
  return `${key.environment}/${key.service}/${key.resource}`;
}

/** Keeps what dispatches made, for the catalog; settling the same one twice is settling it once. */
export class DispatchedStore {
  readonly #knex: Knex;
  readonly #lifetimes: LifetimeStore;

  static create(options: { knex: Knex }): DispatchedStore {
    return new DispatchedStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
    this.#lifetimes = LifetimeStore.create({ knex });
  }

  /** It is there; its end begins to count, unless it has one. */
  async settle(
    made: Settled,
    options: { terms: LifetimeTerms; transaction: Knex.Transaction },
  ): Promise<void> {
    const { terms, transaction } = options;
    const { lifetime: duration, requesterRef, requestId, settledAt: at } = made;
    const row = toRow(made);
    await transaction<Row>(TABLE)
      .insert(row)
      .onConflict('dispatched_digest')
      .merge();
    if (!duration) return;
    const resourceId = row.dispatched_digest;
    await beginLifetime(
      this.#lifetimes,
      {
        ...{ resourceId, duration, startedAt: at, terms },
        by: { actorRef: requesterRef, at, requestId },
      },
      transaction,
    );
  }

  /** It is gone, and its end with it. */
  async remove(
    key: DispatchedKey,
    options: {
      by: Pick<Dispatched, 'requestId' | 'requesterRef'>;
      at: Date;
      transaction: Knex.Transaction;
    },
  ): Promise<void> {
    const { at, by, transaction } = options;
    const id = digestOf(key);
    await transaction<Row>(TABLE).where({ dispatched_digest: id }).delete();
    await this.#lifetimes.remove(id, transaction);
    const message = `"${dispatchKeyOf(key)}" is removed.`;
    const { requesterRef: actorRef, requestId } = by;
    await this.#lifetimes.append(
      id,
      { type: 'removed', actorRef, message, requestId, at },
      transaction,
    );
  }

  find(key: DispatchedKey): Promise<Dispatched | undefined> {
    return this.get(digestOf(key));
  }

  async get(id: string): Promise<Dispatched | undefined> {
    const row = await this.#knex<Row>(TABLE)
      .where({ dispatched_digest: id })
      .first();
    return row && fromRow(row);
  }

  async list(): Promise<Dispatched[]> {
    const rows = await this.#knex<Row>(TABLE)
      .select()
      .orderBy('dispatched_digest');
    return rows.map(fromRow);
  }
}

function digestOf({ environment, service, resource }: DispatchedKey): string {
  const key = JSON.stringify([environment, service, resource]);
  return createHash('sha256').update(key).digest('hex');
}

function toRow(made: Settled): Row {
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
    told: JSON.stringify(made.values),
    settled_at: made.settledAt,
  };
}

function fromRow(row: Row): Dispatched {
  const { environment, service, resource } = row;
  return {
    id: row.dispatched_digest,
    path: dispatchKeyOf({ environment, service, resource }),
    ...{ environment, service, resource },
    receiver: row.receiver,
    ...(row.owner_ref && { ownerRef: row.owner_ref }),
    requesterRef: row.requester_ref,
    requestId: row.request_id,
    ...(row.lifetime && { lifetime: row.lifetime }),
    entity: JSON.parse(row.entity),
    values: row.told === null ? {} : JSON.parse(row.told),
    settledAt: new Date(row.settled_at),
  };
}
