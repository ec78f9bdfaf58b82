// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Looks at the ends of resources, every while, in one replica or in several: each move is a compare-and-set, so a move is
// made once. Never early: a removal is asked for only after the end was seen, written down and announced, and a whole
// grace has gone by since; a clock that went wrong and came back takes it back. Never forgotten: all of it is rows, and
// after its end a resource is looked at in every round. Never silently: people are told at each turn, and the removal
// itself is a change request that goes the way of every other.
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Clock, RequestEngine } from '@fairway/requests-node';
import { wordsOf } from '../errors';
import type { Held, Holdings } from '../resources/Holdings';
import type { LifetimeRules } from './LifetimeRules';
import type { LifetimeStore } from './LifetimeStore';
import type { RemovalOpener } from './RemovalOpener';
import { RemovalFollower } from './RemovalFollower';
import { after, dueWarnings, inWords, nextLook } from './times';
import { counting, isDue, RETRY_MILLISECONDS, said } from './turns';
import type { Lifetime, LifetimeChange, NewResourceEvent } from './types';

/** While one replica opens a request no other one does; one that died leaves it after so long. */
const OPENING_MILLISECONDS = 5 * 60_000;

export interface LifetimeRoundsOptions {
  lifetimes: LifetimeStore;
  resources: Pick<Holdings, 'get'>;
  rules: Pick<LifetimeRules, 'of'>;
  opener: RemovalOpener;
  engine: Pick<RequestEngine, 'service' | 'store'>;
  clock: Clock;
  logger: LoggerService;
  /** What the catalog shows may have changed. */
  moved: () => Promise<void>;
}

export class LifetimeRounds {
  readonly #options: LifetimeRoundsOptions;
  readonly #follower: RemovalFollower;

  static create(options: LifetimeRoundsOptions): LifetimeRounds {
    return new LifetimeRounds(options);
  }

  private constructor(options: LifetimeRoundsOptions) {
    this.#options = options;
    this.#follower = new RemovalFollower(options);
  }

  /** Looks at everything that is due. What cannot be looked at now is looked at in the next round. */
  async round(signal?: AbortSignal): Promise<void> {
    const { clock, lifetimes, logger, resources } = this.#options;
    for (const life of await lifetimes.due(clock())) {
      if (signal?.aborted) return;
      const resource = await resources.get(life.resourceId);
      // Somebody has taken it away: there is nothing left to end.
      if (!resource || resource.goneAt) continue;
      try {
        await this.#look(resource, life);
      } catch (error) {
        logger.warn(`The end of "${resource.path}" cannot be looked at now`, {
          problem: wordsOf(error),
        });
      }
    }
  }

  async #look(resource: Held, life: Lifetime): Promise<void> {
    if (await this.#isProtected(resource)) {
      await this.#spare(resource, life);
      return;
    }
    const now = this.#options.clock();
    switch (life.phase) {
      case 'counting':
        await this.#count(resource, life, now);
        break;
      case 'grace':
        if (now < life.expiresAt) await this.#backToCounting(life, now);
        else if (life.graceUntil! <= now) {
          await this.#move(life, { phase: 'removing', lookAt: now });
        }
        break;
      case 'removing':
        if (life.removalRequestId) {
          await this.#follow(resource, life, now);
        } else if (now < life.expiresAt) {
          await this.#backToCounting(life, now);
        } else if (isDue(life, now)) {
          await this.#open(resource, life, now);
        }
        break;
      default:
    }
  }

  async #isProtected(resource: Held): Promise<boolean> {
    return (await this.#options.rules.of(resource)).protected === true;
  }

  /** The module is protected by now: what was begun is taken back. */
  async #spare({ path }: Held, life: Lifetime): Promise<void> {
    if (life.phase === 'counting') return;
    const now = this.#options.clock();
    const message = `"${path}" is protected by now, and does not end.`;
    if (life.removalRequestId) await this.#follower.withdraw(life, message);
    await this.#move(life, counting(life), {
      ...said('kept', message, now),
      tell: true,
    });
  }

  async #count({ path }: Held, life: Lifetime, now: Date): Promise<void> {
    if (now >= life.expiresAt) {
      const graceUntil = after(now, life.grace);
      await this.#move(
        life,
        { phase: 'grace', graceUntil, lookAt: graceUntil },
        {
          ...said(
            'expired',
            `The lifetime of "${path}" has ended. Its removal is asked for on ${inWords(
              graceUntil,
            )}, unless it is extended.`,
            now,
          ),
          tell: true,
        },
      );
      return;
    }
    const due = dueWarnings(life, now);
    const warned = [...life.warned, ...due];
    const lookAt = nextLook({ ...life, warned });
    await this.#move(
      life,
      { warned, lookAt },
      due.length > 0
        ? {
            ...said(
              'warned',
              `The lifetime of "${path}" ends on ${inWords(life.expiresAt)}.`,
              now,
            ),
            tell: true,
          }
        : undefined,
    );
  }

  /** The clock had been ahead. */
  async #backToCounting(life: Lifetime, now: Date): Promise<void> {
    await this.#move(
      life,
      counting(life),
      said(
        'clock-went-back',
        `The clock was ahead: its end, ${inWords(
          life.expiresAt,
        )}, has not come yet.`,
        now,
      ),
    );
  }

  async #follow(resource: Held, life: Lifetime, now: Date): Promise<void> {
    const turn = await this.#follower.follow(resource, life, now);
    if (turn) await this.#move(life, turn.set, turn.event);
  }

  async #open(resource: Held, life: Lifetime, now: Date): Promise<void> {
    const { lifetimes, opener } = this.#options;
    const lookAt = new Date(now.getTime() + OPENING_MILLISECONDS);
    if (!(await lifetimes.change(life, { lookAt }))) return;
    const mine = { ...life, lookAt, rowVersion: life.rowVersion + 1 };
    const opened = await opener.open(resource, mine);
    if (opened.what === 'opened') {
      const { id, number } = opened.request;
      await this.#move(
        mine,
        { removalRequestId: id, heldBecause: undefined },
        {
          ...said(
            'removal-requested',
            `The lifetime of "${resource.path}" is over, and its removal is asked for by request ${number}.`,
            now,
          ),
          requestId: id,
          tell: true,
        },
      );
      return;
    }
    const because =
      opened.what === 'held' ? opened.because : 'It is not in Git any more.';
    await this.#move(
      mine,
      {
        heldBecause: because,
        lookAt: new Date(now.getTime() + RETRY_MILLISECONDS),
      },
      because === life.heldBecause
        ? undefined
        : {
            ...said(
              'held-back',
              `The removal of "${resource.path}" waits: ${because}`,
              now,
            ),
            tell: true,
          },
    );
  }

  async #move(
    life: Lifetime,
    set: LifetimeChange,
    event?: NewResourceEvent,
  ): Promise<void> {
    const { lifetimes, moved } = this.#options;
    if (await lifetimes.change(life, set, event)) await moved();
  }
}
