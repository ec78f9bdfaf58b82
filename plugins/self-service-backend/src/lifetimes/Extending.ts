// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { selfServiceError } from '../errors';
import type { Held } from '../resources/Holdings';
import type { Clock, RequestEngine } from '@fairway/requests-node';
import type { LifetimeRules } from './LifetimeRules';
import type { LifetimeStore } from './LifetimeStore';
import { RemovalFollower } from './RemovalFollower';
import { after, inWords } from './times';
import { counting } from './turns';
import type { Lifetime } from './types';

export interface ExtendingOptions {
  lifetimes: LifetimeStore;
  rules: Pick<LifetimeRules, 'of'>;
  engine: Pick<RequestEngine, 'service' | 'store'>;
  clock: Clock;
}

/** Moves ends. Who may is asked before. */
export class Extending {
  readonly #options: ExtendingOptions;
  readonly #follower: RemovalFollower;

  static create(options: ExtendingOptions): Extending {
    return new Extending(options);
  }

  private constructor(options: ExtendingOptions) {
    this.#options = options;
    this.#follower = new RemovalFollower(options);
  }

  /** Up to when an owner extends without an approval; nothing where nothing says. */
  async maximumOf(
    resource: Held,
    { startedAt }: Lifetime,
  ): Promise<{ maximumAt?: Date; protected?: boolean }> {
    const rules = await this.#options.rules.of(resource);
    return {
      ...(rules.maximum && { maximumAt: after(startedAt, rules.maximum) }),
      ...(rules.protected && { protected: true }),
    };
  }

  /** The end that there is. @throws ConflictError `lifetime-none`; InputError `lifetime-not-longer` */
  checkLonger(
    { path }: Held,
    life: Lifetime | undefined,
    until: Date,
  ): Lifetime {
    if (!life) throw selfServiceError('lifetime-none', { path });
    const isLonger = until > life.expiresAt || life.phase === 'kept';
    if (isLonger && until > this.#options.clock()) return life;
    throw selfServiceError('lifetime-not-longer', {
      path,
      expiresAt: inWords(life.expiresAt),
      until: inWords(until),
    });
  }

  /**
   * Gives it a later end, and takes back a removal that is asked for. Doing it twice is doing it once.
   *
   * @throws ConflictError `lifetime-moved`, `removal-approved`
   */
  async extend(
    resource: Held,
    life: Lifetime,
    options: {
      until: Date;
      actorRef: string;
      reason?: string;
      requestId?: string;
    },
  ): Promise<void> {
    const { lifetimes, clock } = this.#options;
    const { until, actorRef, reason, requestId } = options;
    const { path } = resource;
    if (life.expiresAt.getTime() === until.getTime()) return;
    await this.#takeBack(resource, life, actorRef);
    const extended = { ...life, expiresAt: until, warned: [] };
    const isMine = await lifetimes.change(
      life,
      { ...counting(extended), expiresAt: until, warned: [] },
      {
        type: 'extended',
        actorRef,
        message: `"${path}" lives until ${inWords(
          until,
        )} now, and no longer until ${inWords(life.expiresAt)}.`,
        reason,
        requestId,
        at: clock(),
        tell: true,
      },
    );
    if (!isMine) throw selfServiceError('lifetime-moved', { path });
  }

  async #takeBack(
    { path }: Held,
    life: Lifetime,
    actorRef: string,
  ): Promise<void> {
    const { removalRequestId } = life;
    if (!removalRequestId || life.phase !== 'removing') return;
    const { store } = this.#options.engine;
    const message = `"${path}" is to live longer.`;
    if (await this.#follower.withdraw(life, message, actorRef)) return;
    const request = await store.get(removalRequestId);
    const isOver =
      request?.decision !== 'approved' || request.execution === 'compensated';
    if (isOver) return;
    throw selfServiceError('removal-approved', {
      path,
      number: request.number,
    });
  }
}
