// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { OffsetRecord } from '../domain/stored';
import type { OffsetStore } from '../domain/observedStores';
import { type Session, utc } from './Session';

const RECORDS = 'kafka_offset_records';

export class KnexOffsetStore implements OffsetStore {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /** The first record of a request stays: a step that runs again would see the new offsets. */
  async put(record: OffsetRecord): Promise<void> {
    await this.#session
      .knex(RECORDS)
      .insert({
        request_id: record.requestId,
        environment: record.environment,
        name: record.groupId,
        at: utc(record.at),
        body: JSON.stringify(record),
      })
      .onConflict('request_id')
      .ignore();
  }

  async latest(
    environment: string,
    groupId: string,
  ): Promise<OffsetRecord | undefined> {
    const row = await this.#session
      .knex(RECORDS)
      .where({ environment, name: groupId })
      .orderBy('at', 'desc')
      .first();
    return row && JSON.parse(row.body);
  }

  async prune(before: string): Promise<void> {
    await this.#session.knex(RECORDS).where('at', '<', utc(before)).delete();
  }
}
