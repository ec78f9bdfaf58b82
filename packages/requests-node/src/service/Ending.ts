// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { StateEvent } from '@fairway/requests-common';
import type { NewsEvent } from '../delivery/types';
import type { StoredRequest } from '../store/types';
import type { CloseReason } from '../types';
import { pendingRows, stepsOf } from '../worker/stepsOf';
import type { Acting } from './Acting';
import { cancelEvents } from './guards';
import { clean } from './json';
import { moved, stateOf } from './life';
import { newsRows } from './news';
import type { Planner } from './Planner';
import type { RequestParts } from './parts';
import { changed } from './revision';
import type { Change, Loaded, Transitions } from './Transitions';
import type { Caller } from './types';

/** Nobody is asked any more, and no timer runs. */
const OVER = {
  deciderRefs: [] as string[],
  draftExpiresAt: undefined,
  decideBy: undefined,
  remindAt: undefined,
} satisfies Partial<StoredRequest>;

/** Ends of requests that people and timers bring about. */
export class Ending {
  readonly #parts: RequestParts;
  readonly #planner: Planner;
  readonly #acting: Acting;
  readonly #transitions: Transitions;

  constructor(options: {
    parts: RequestParts;
    planner: Planner;
    acting: Acting;
    transitions: Transitions;
  }) {
    this.#parts = options.parts;
    this.#planner = options.planner;
    this.#acting = options.acting;
    this.#transitions = options.transitions;
  }

  discard(id: string, caller: Caller): Promise<StoredRequest> {
    return this.#transitions.named('discard', id, {
      decide: async loaded => {
        await this.#acting.doing('discard', loaded, caller);
        return this.#thrownAway(loaded, 'discard', caller.actor.ref);
      },
    });
  }

  /** Withdraws; what an approval has set going is undone as far as the kind can. */
  cancel(
    id: string,
    input: { comment?: string },
    caller: Caller,
  ): Promise<StoredRequest> {
    return this.#transitions.named('cancel', id, {
      decide: async loaded => {
        await this.#acting.doing('cancel', loaded, caller);
        const options = {
          event: 'cancelled',
          actorRef: caller.actor.ref,
          detail: input.comment?.trim() || undefined,
        } as const;
        return loaded.request.decision === 'approved'
          ? this.#compensating(loaded, options)
          : this.closing(loaded, { ...options, by: { type: 'cancel' } });
      },
    });
  }

  /** Nobody acts on what is over, though its timer did not come to it yet. */
  async expireWhenDue(id: string): Promise<void> {
    const request = await this.#parts.store.get(id);
    if (request && isOverdue(request, this.#parts.clock())) {
      await this.expire(id);
    }
  }

  /** Ends what was not submitted or decided in time; any replica, and it happens once. */
  expire(id: string): Promise<StoredRequest> {
    const now = this.#parts.clock();
    return this.#transitions.named('expire', id, {
      decide: async loaded => {
        if (!isOverdue(loaded.request, now)) return undefined;
        if (loaded.request.decision === 'draft') {
          return this.#thrownAway(loaded, 'draft-expire', 'system');
        }
        return this.closing(loaded, {
          by: { type: 'expire' },
          event: 'expired',
          actorRef: 'system',
        });
      },
    });
  }

  remind(id: string): Promise<StoredRequest> {
    const now = this.#parts.clock();
    return this.#transitions.named('remind', id, {
      decide: async ({ request }) => {
        const { decision, remindAt, remindedAt, decideBy } = request;
        const due = remindAt && remindAt <= now && !remindedAt;
        if (decision !== 'pending' || !due) return undefined;
        return {
          set: { remindedAt: now },
          events: [
            {
              type: 'reminded',
              actorRef: 'system',
              data: clean({ deciders: request.deciderRefs }),
            },
          ],
          outbox: newsRows({
            request,
            event: 'reminder',
            actorRef: 'system',
            detail: decideBy && `It expires at ${decideBy.toISOString()}.`,
            to: 'deciders',
            webhookPlaces: this.#parts.webhookPlaces,
          }),
        };
      },
    });
  }

  /** Closes what was never approved; its resources are free, and what its submission made is taken back. */
  closing(
    loaded: Loaded,
    options: {
      by: Extract<StateEvent, { type: 'reject' | 'cancel' | 'expire' }>;
      event: Extract<NewsEvent, CloseReason>;
      actorRef: string;
      detail?: string;
    },
  ): Change {
    const next = moved(stateOf(loaded), options.by);
    return this.#ended(loaded, next, { ...options, phase: 'close' });
  }

  /** The resources stay taken until it is undone. */
  #compensating(
    loaded: Loaded,
    options: { event: 'cancelled'; actorRef: string; detail?: string },
  ): Change {
    const next = moved(stateOf(loaded), ...cancelEvents(loaded));
    return this.#ended(loaded, next, { ...options, phase: 'compensate' });
  }

  #ended(
    { request, decisions, steps }: Loaded,
    next: Pick<StoredRequest, 'decision' | 'execution'>,
    options: {
      event: Extract<NewsEvent, CloseReason>;
      actorRef: string;
      detail?: string;
      phase: 'close' | 'compensate';
    },
  ): Change {
    const { event, actorRef, detail, phase } = options;
    const kind = this.#parts.kinds.get(request.kind);
    const rows = pendingRows(
      phase,
      stepsOf(kind, phase, {
        ...this.#planner.kindContext({ request, decisions }),
        plan: request.plan,
        reason: event,
        doneSteps: doneStepsOf(steps),
      }),
    );
    const after = {
      ...request,
      ...next,
      ...OVER,
      failure: undefined,
      holdsResources: phase === 'compensate' && rows.length > 0,
    };
    return {
      set: changed(request, after),
      events: [
        { type: event, actorRef, data: detail ? { comment: detail } : {} },
      ],
      steps: [{ phase, steps: rows }],
      job: rows.length > 0 ? { phase, runAt: this.#parts.clock() } : 'none',
      outbox: newsRows({
        request: after,
        event,
        actorRef,
        detail,
        to: 'requester',
        webhookPlaces: this.#parts.webhookPlaces,
      }),
    };
  }

  /** Drafts made nothing, so there is nothing to take back. */
  #thrownAway(
    loaded: Loaded,
    by: 'discard' | 'draft-expire',
    actorRef: string,
  ): Change {
    const { request } = loaded;
    const after = {
      ...request,
      ...moved(stateOf(loaded), { type: by }),
      ...OVER,
    };
    return {
      set: changed(request, after),
      events: [
        {
          type: by === 'discard' ? 'discarded' : 'expired',
          actorRef,
          data: {},
        },
      ],
      job: 'none',
    };
  }
}

function isOverdue(request: StoredRequest, now: Date): boolean {
  const { decision, draftExpiresAt, decideBy } = request;
  const end = {
    draft: draftExpiresAt,
    pending: decideBy,
    'changes-requested': decideBy,
  }[decision as string];
  return end !== undefined && end <= now;
}

/** Ids of the approved steps that are done. */
export function doneStepsOf(steps: Loaded['steps']): string[] {
  return steps
    .filter(({ phase, status }) => phase === 'execute' && status === 'done')
    .map(({ id }) => id);
}
