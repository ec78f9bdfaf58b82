// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { StoredRequest } from '../store/types';
import type { Acting } from './Acting';
import { noRetry } from './guards';
import { moved, stateOf } from './life';
import type { RequestParts } from './parts';
import { changed } from './revision';
import type { Loaded, Transitions } from './Transitions';
import type { Caller } from './types';

/** The second try of what failed. */
export class Retrying {
  readonly #parts: RequestParts;
  readonly #acting: Acting;
  readonly #transitions: Transitions;

  constructor(options: {
    parts: RequestParts;
    acting: Acting;
    transitions: Transitions;
  }) {
    this.#parts = options.parts;
    this.#acting = options.acting;
    this.#transitions = options.transitions;
  }

  /** From the failed step on. What a failure had given free is taken again. */
  retry(id: string, caller: Caller): Promise<StoredRequest> {
    return this.#retry(id, caller.actor.ref, async loaded => {
      await this.#acting.doing('retry', loaded, caller);
    });
  }

  /** @see RequestOperations */
  retryOnBehalf(id: string, actorRef: string): Promise<StoredRequest> {
    return this.#retry(id, actorRef, async loaded => {
      const refusal = noRetry(loaded);
      if (refusal) throw refusal;
    });
  }

  #retry(
    id: string,
    actorRef: string,
    check: (loaded: Loaded) => Promise<void>,
  ): Promise<StoredRequest> {
    return this.#transitions.named('retry', id, {
      decide: async loaded => {
        await check(loaded);
        const { request, steps } = loaded;
        const failed = steps.find(
          ({ id: stepId, status }) =>
            status === 'failed' && stepId === request.failure?.stepId,
        );
        if (!failed) return undefined;
        const executes = failed.phase === 'execute';
        const after = {
          ...request,
          ...(executes && moved(stateOf(loaded), { type: 'retry' })),
          failure: undefined,
          holdsResources: request.holdsResources || executes,
        };
        const { failure, waitingFor, endedAt, ...step } = failed;
        return {
          set: changed(request, after),
          events: [
            {
              type: 'retried',
              actorRef,
              data: { phase: failed.phase, step: failed.id },
            },
          ],
          step: { ...step, status: 'pending' },
          job: { phase: failed.phase, runAt: this.#parts.clock() },
        };
      },
    });
  }
}
