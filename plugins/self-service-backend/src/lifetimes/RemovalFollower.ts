// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What the request of a removal has come to, and what that means for the resource.
import { isError } from '@backstage/errors';
import type { RequestEngine, StoredRequest } from '@fairway/requests-node';
import type { Held } from '../resources/Holdings';
import { after, inWords } from './times';
import {
  counting,
  isDue,
  LIFETIMES_ACTOR,
  RETRY_MILLISECONDS,
  said,
} from './turns';
import type { Lifetime, LifetimeChange, NewResourceEvent } from './types';

/** What becomes of an end. */
export interface Turn {
  set: LifetimeChange;
  event?: NewResourceEvent;
}

export class RemovalFollower {
  readonly #engine: Pick<RequestEngine, 'service' | 'store'>;

  constructor(options: { engine: Pick<RequestEngine, 'service' | 'store'> }) {
    this.#engine = options.engine;
  }

  /** Takes an undecided removal back; false where it is decided. */
  withdraw(
    life: Lifetime,
    message: string,
    actorRef = LIFETIMES_ACTOR,
  ): Promise<boolean> {
    return this.#engine.service.withdraw(life.removalRequestId!, {
      actorRef,
      message,
    });
  }

  /** Nothing while it takes its course. */
  async follow(
    resource: Held,
    life: Lifetime,
    now: Date,
  ): Promise<Turn | undefined> {
    const request = await this.#engine.store.get(life.removalRequestId!);
    if (!request) return again(resource, life, { now, why: 'is not there' });
    switch (request.decision) {
      case 'rejected':
        return this.#rejected(resource, request, now);
      case 'cancelled':
      case 'expired':
        return again(resource, life, {
          now,
          why: `was not decided: it is ${request.decision}`,
          request,
        });
      case 'approved':
        return this.#approved(resource, life, { request, now });
      default:
        return this.#undecided(life, now);
    }
  }

  async #rejected(
    { path }: Held,
    { id, number }: StoredRequest,
    now: Date,
  ): Promise<Turn> {
    const decisions = await this.#engine.store.decisions(id);
    const said_ = decisions.findLast(({ verdict }) => verdict === 'rejected');
    const by = said_ ? ` by ${said_.approverRef}` : '';
    const why = said_?.comment ? `: ${said_.comment}` : '';
    const keptBecause = `Request ${number}, its removal, was rejected${by}${why}`;
    return {
      set: { phase: 'kept', keptBecause, graceUntil: undefined },
      event: {
        ...said(
          'kept',
          `"${path}" stays, and does not end by itself any more. ${keptBecause}`,
          now,
        ),
        requestId: id,
        tell: true,
      },
    };
  }

  async #approved(
    resource: Held,
    life: Lifetime,
    { request, now }: { request: StoredRequest; now: Date },
  ): Promise<Turn | undefined> {
    const { execution, failure } = request;
    if (execution === 'compensated') {
      const why = 'was cancelled after its approval';
      return again(resource, life, { now, why, request });
    }
    // The policy said yes when it was approved, and no when it was to be merged: a freeze has begun. It is tried until
    // the freeze is over.
    const isFrozen =
      execution === 'failed' && failure?.code === 'policy-denied';
    if (!isFrozen || !isDue(life, now)) return undefined;
    await this.#retry(request.id);
    const because = failure.message;
    return {
      set: {
        heldBecause: because,
        lookAt: new Date(now.getTime() + RETRY_MILLISECONDS),
      },
      ...(because !== life.heldBecause && {
        event: {
          ...said(
            'held-back',
            `The removal of "${resource.path}" waits: ${because}`,
            now,
          ),
          requestId: request.id,
          tell: true,
        },
      }),
    };
  }

  /** Somebody else may have tried it, or cancelled it, at the same moment. */
  async #retry(id: string): Promise<void> {
    try {
      await this.#engine.service.retryOnBehalf(id, {
        actorRef: LIFETIMES_ACTOR,
      });
    } catch (error) {
      if (!isError(error) || error.name !== 'ConflictError') throw error;
    }
  }

  /** A clock that was ahead when it was asked for. */
  async #undecided(life: Lifetime, now: Date): Promise<Turn | undefined> {
    if (now >= life.expiresAt) return undefined;
    const message = `The clock was ahead: its end, ${inWords(
      life.expiresAt,
    )}, has not come yet.`;
    const withdrawn = await this.withdraw(life, message);
    if (!withdrawn) return undefined;
    return {
      set: counting(life),
      event: said('clock-went-back', message, now),
    };
  }
}

/** It is asked for again after another grace: nobody has said that it is to stay. */
function again(
  { path }: Held,
  life: Lifetime,
  options: { now: Date; why: string; request?: StoredRequest },
): Turn {
  const { now, why, request } = options;
  const graceUntil = after(now, life.grace);
  return {
    set: {
      phase: 'grace',
      graceUntil,
      lookAt: graceUntil,
      removalRequestId: undefined,
      heldBecause: undefined,
      generation: life.generation + 1,
    },
    event: {
      ...said(
        'removal-ended',
        `The removal of "${path}" ${why}${
          request ? `, request ${request.number}` : ''
        }. It is asked for again on ${inWords(
          graceUntil,
        )}, unless it is extended.`,
        now,
      ),
      requestId: request?.id,
      tell: true,
    },
  };
}
