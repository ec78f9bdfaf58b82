// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Knex } from 'knex';

/** Tells our tokens from everybody else's. */
const PREFIX = 'fairway_report_';

/** What a token is good for. */
export interface ReportGrant {
  requestId: string;
  attempt: number;
  /** Subject of the OIDC token that it was swapped for. */
  subject: string;
  expiresAt: Date;
}

interface TokenRow {
  token_hash: string;
  request_id: string;
  attempt: number;
  subject: string;
  expires_at: Date | string | number;
}

/** Keeps who may report about which attempt of which request; the tokens themselves are kept nowhere. */
export class ReportTokens {
  readonly #knex: Knex;
  readonly #clock: () => Date;

  static create(options: { knex: Knex; clock: () => Date }): ReportTokens {
    return new ReportTokens(options);
  }

  private constructor(options: { knex: Knex; clock: () => Date }) {
    this.#knex = options.knex;
    this.#clock = options.clock;
  }

  static isOne(token: string): boolean {
    return token.startsWith(PREFIX);
  }

  /** Answers the token, the only time that it is seen. */
  async issue(grant: ReportGrant): Promise<string> {
    const token = `${PREFIX}${randomBytes(32).toString('base64url')}`;
    const table = () => this.#knex<TokenRow>('report_tokens');
    await table().where('expires_at', '<=', this.#clock()).delete();
    await table().insert({
      token_hash: hashOf(token).toString('hex'),
      request_id: grant.requestId,
      attempt: grant.attempt,
      subject: grant.subject.slice(0, 1024),
      expires_at: grant.expiresAt,
    });
    return token;
  }

  /** Undefined for a token that is unknown, over, or of another request. */
  async find(
    token: string,
    requestId: string,
  ): Promise<ReportGrant | undefined> {
    const hash = hashOf(token);
    const rows = await this.#knex<TokenRow>('report_tokens').where({
      request_id: requestId,
    });
    const row = rows.find(({ token_hash }) =>
      timingSafeEqual(Buffer.from(token_hash, 'hex'), hash),
    );
    const expiresAt = row && new Date(row.expires_at);
    if (!expiresAt || expiresAt <= this.#clock()) return undefined;
    const { attempt, subject } = row;
    return { requestId, attempt, subject, expiresAt };
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
