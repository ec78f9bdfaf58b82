// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { LagPoint } from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { LagStore } from '../domain/observedStores';
import { type Session, utc } from './Session';

const LAG = 'kafka_lag';

export class KnexLagStore implements LagStore {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  async append(
    environment: string,
    at: string,
    lags: readonly { groupId: string; lag: string }[],
  ): Promise<void> {
    const rows = lags.map(({ groupId, lag }) => ({
      environment,
      name: groupId,
      at: utc(at),
      lag,
    }));
    await this.#session.upsert(LAG, rows, ['environment', 'name', 'at']);
  }

  async history(
    environment: string,
    groupId: string,
    since: string,
  ): Promise<LagPoint[]> {
    return this.#session
      .knex(LAG)
      .where({ environment, name: groupId })
      .where('at', '>=', utc(since))
      .orderBy('at')
      .select<LagPoint[]>('at', 'lag');
  }

  async prune(before: string): Promise<void> {
    await this.#session.knex(LAG).where('at', '<', utc(before)).delete();
  }
}
