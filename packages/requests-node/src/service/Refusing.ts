// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { DecideInput, RecordedDecision } from '@fairway/requests-common';
import { requestError } from '../errors';
import type { StoredRequest } from '../store/types';
import type { Acting } from './Acting';
import { openDecidersOf, progressOf } from './approval';
import type { Ending } from './Ending';
import { moved, stateOf } from './life';
import { newsRows } from './news';
import type { RequestParts } from './parts';
import { planChanged } from './planChanged';
import { changed, lapsing } from './revision';
import type { Loaded, Transitions } from './Transitions';
import type { Caller } from './types';
import { entitled, others, spoken, wordOf } from './words';

/** A no, or a not yet: it needs a reason, and is about the plan as it is kept. */
export class Refusing {
  readonly #parts: RequestParts;
  readonly #acting: Acting;
  readonly #transitions: Transitions;
  readonly #ending: Ending;

  constructor(options: {
    parts: RequestParts;
    acting: Acting;
    transitions: Transitions;
    ending: Ending;
  }) {
    this.#parts = options.parts;
    this.#acting = options.acting;
    this.#transitions = options.transitions;
    this.#ending = options.ending;
  }

  /** Ends the request with as many rejections as its stage asks for. */
  reject(
    id: string,
    input: DecideInput,
    caller: Caller,
  ): Promise<StoredRequest> {
    return this.#transitions.named('reject', id, {
      decide: async loaded => {
        const word = await this.#word('rejected', loaded, { input, caller });
        const { request } = loaded;
        const change = spoken(loaded, word, 'rejection-given');
        const decisions = [...others(loaded, word), word];
        if (progressOf(request, decisions).state !== 'rejected') {
          const isPending = request.decision === 'pending';
          const deciderRefs = isPending
            ? openDecidersOf(request, decisions)
            : [];
          return { ...change, set: { deciderRefs } };
        }
        const closing = this.#ending.closing(loaded, {
          by: { type: 'reject' },
          event: 'rejected',
          actorRef: caller.actor.ref,
          detail: word.comment,
        });
        return {
          ...closing,
          decisions: change.decisions,
          events: [...change.events, ...closing.events],
        };
      },
    });
  }

  /** Back to the author; approvals that were given count no longer. */
  requestChanges(
    id: string,
    input: DecideInput,
    caller: Caller,
  ): Promise<StoredRequest> {
    return this.#transitions.named('request-changes', id, {
      decide: async loaded => {
        const word = await this.#word('changes-requested', loaded, {
          input,
          caller,
        });
        const { request } = loaded;
        const after = {
          ...request,
          ...moved(stateOf(loaded), { type: 'request-changes' }),
          deciderRefs: [],
          remindAt: undefined,
        };
        return {
          ...spoken(loaded, word, 'changes-requested'),
          set: changed(request, after),
          decisions: {
            add: [word],
            lapse: lapsing(loaded.decisions, 'changes-requested'),
          },
          outbox: newsRows({
            request: after,
            event: 'changes-requested',
            actorRef: caller.actor.ref,
            detail: word.comment,
            to: 'requester',
            webhookPlaces: this.#parts.webhookPlaces,
          }),
        };
      },
    });
  }

  async #word(
    verdict: 'rejected' | 'changes-requested',
    loaded: Loaded,
    { input, caller }: { input: DecideInput; caller: Caller },
  ): Promise<RecordedDecision> {
    const { request } = loaded;
    const isRejection = verdict === 'rejected';
    const look = await this.#acting.doing(
      isRejection ? 'reject' : 'request-changes',
      loaded,
      caller,
    );
    const entitledBy = await entitled(verdict, look, this.#acting);
    if (!input.comment?.trim()) {
      throw requestError('comment-needed', {
        number: request.number,
        done: isRejection ? 'rejected' : 'sent back for changes',
      });
    }
    if (input.planDigest !== request.planDigest) {
      const seen = input.planDigest;
      throw planChanged({ request, seen, current: request });
    }
    const now = this.#parts.clock();
    return wordOf(verdict, { entitledBy, input, caller, request, now });
  }
}
