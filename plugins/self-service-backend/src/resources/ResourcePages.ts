// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Knex } from 'knex';
import { selfServiceError } from '../errors';

/** Where a page ends. */
interface Position {
  id: string;
  /** Milliseconds, where they are in the order of their ends. */
  expiresAt?: number;
}

/** Ids of what requests have made, page by page, from after a key: the thousandth page costs what the first does. */
export class ResourcePages {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): ResourcePages {
    return new ResourcePages(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** @throws InputError `resource-input-invalid` for a cursor that is none */
  async page(options: {
    /** People and groups; everybody's if left out. */
    ownerRefs?: string[];
    /** Only what ends, the next to end first. */
    expiring?: boolean;
    cursor?: string;
    limit: number;
  }): Promise<{ ids: string[]; nextCursor?: string }> {
    const { cursor, expiring, limit, ownerRefs } = options;
    const from = cursor === undefined ? undefined : positionOf(cursor);
    const query = this.#knex
      .from(this.#held())
      .select('resources.resource_digest');
    if (ownerRefs) {
      query.where(either =>
        either
          .whereIn('owner_ref', ownerRefs)
          .orWhere(own =>
            own.whereNull('owner_ref').whereIn('requester_ref', ownerRefs),
          ),
      );
    }
    if (expiring) {
      query
        .select('expires_at')
        .join(
          'resource_lifetimes',
          'resource_lifetimes.resource_digest',
          'resources.resource_digest',
        )
        .whereNot('phase', 'kept')
        .whereNull('gone_at')
        .orderBy('expires_at');
      if (from?.expiresAt !== undefined) {
        const expiresAt = new Date(from.expiresAt);
        query.where(later =>
          later
            .where('expires_at', '>', expiresAt)
            .orWhere(same =>
              same
                .where('expires_at', expiresAt)
                .where('resources.resource_digest', '>', from.id),
            ),
        );
      }
    } else if (from) {
      query.where('resources.resource_digest', '>', from.id);
    }
    const rows: {
      resource_digest: string;
      expires_at?: Date | string | number;
    }[] = await query.orderBy('resources.resource_digest').limit(limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      ids: shown.map(row => row.resource_digest),
      ...(rows.length > limit &&
        last && {
          nextCursor: cursorOf({
            id: last.resource_digest,
            ...(last.expires_at !== undefined && {
              expiresAt: new Date(last.expires_at).getTime(),
            }),
          }),
        }),
    };
  }

  /** What is in Git and what was dispatched, as one. */
  #held() {
    const knex = this.#knex;
    return knex('resources')
      .select('resource_digest', 'owner_ref', 'requester_ref', 'gone_at')
      .unionAll(
        knex('dispatched').select({
          resource_digest: 'dispatched_digest',
          owner_ref: 'owner_ref',
          requester_ref: 'requester_ref',
          gone_at: knex.raw('null'),
        }),
      )
      .as('resources');
  }
}

function cursorOf({ id, expiresAt }: Position): string {
  return expiresAt === undefined ? id : `${id}.${expiresAt}`;
}

function positionOf(cursor: string): Position {
  const [, id, at] = /^([0-9a-f]{64})(?:\.(\d{1,16}))?$/.exec(cursor) ?? [];
  if (id === undefined) {
    throw selfServiceError('resource-input-invalid', {
      problems: `"${cursor}" is no cursor of an earlier answer`,
    });
  }
  return { id, ...(at !== undefined && { expiresAt: Number(at) }) };
}
