// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { DecideInput, RecordedDecision } from '@fairway/requests-common';
import type { StoredRequest } from '../store/types';
import { isSubmitted } from '../worker/phases';
import type { Acting } from './Acting';
import { authorsOf } from './authors';
import { openDecidersOf, progressOf, standing } from './approval';
import { refusalToApprove } from './guards';
import { moved, stateOf } from './life';
import { newsRows } from './news';
import type { Planner } from './Planner';
import type { RequestParts } from './parts';
import { planChanged } from './planChanged';
import { changed, lapsing } from './revision';
import type { Submitting } from './Submitting';
import type { Change, Loaded, Transitions } from './Transitions';
import type { Caller } from './types';
import { entitled, others, spoken, wordOf } from './words';

/** A yes, to the plan that was seen and only while it is still the plan. */
export class Approving {
  readonly #parts: RequestParts;
  readonly #planner: Planner;
  readonly #acting: Acting;
  readonly #transitions: Transitions;
  readonly #submitting: Submitting;

  constructor(options: {
    parts: RequestParts;
    planner: Planner;
    acting: Acting;
    transitions: Transitions;
    submitting: Submitting;
  }) {
    this.#parts = options.parts;
    this.#planner = options.planner;
    this.#acting = options.acting;
    this.#transitions = options.transitions;
    this.#submitting = options.submitting;
  }

  approve(
    id: string,
    input: DecideInput,
    caller: Caller,
  ): Promise<StoredRequest> {
    return this.#transitions.named('approve', id, {
      decide: async loaded => {
        const look = await this.#acting.reading(loaded, caller);
        const refusal = refusalToApprove(stateOf(loaded));
        if (refusal) throw refusal;

        const drawn = await this.#planner.redraw(loaded, {
          purpose: 'approve',
          actor: caller.actor,
        });
        // Who decides is asked of the policy as it is now.
        const { approval } = drawn;
        const authorRefs = authorsOf(loaded.request, drawn);
        const request = { ...loaded.request, approval, authorRefs };
        const asked = { ...loaded, request };
        const entitledBy = await entitled(
          'approved',
          { ...look, loaded: asked },
          this.#acting,
        );

        const seen = input.planDigest;
        const current = { ...drawn.planned, planDigest: drawn.planDigest };
        if (drawn.planDigest !== request.planDigest) {
          return {
            ...this.#submitting.superseded(loaded, drawn, {
              actorRef: 'system',
              message: 'Planned again at the approval, and it is another plan.',
            }),
            refuse: planChanged({ request, seen, current }),
          };
        }
        if (seen !== request.planDigest) {
          throw planChanged({ request, seen, current });
        }
        const now = this.#parts.clock();
        const options = { entitledBy, input, caller, request, now };
        return this.#approved(asked, wordOf('approved', options));
      },
    });
  }

  /** The approval of one person; with the last one that is needed the steps begin. */
  async #approved(loaded: Loaded, word: RecordedDecision): Promise<Change> {
    const { request } = loaded;
    const change = spoken(loaded, word, 'approval-given');
    const earlier = others(loaded, word);
    const { holding, left } = await standing(request, {
      decisions: earlier,
      people: this.#parts.people,
    });
    change.decisions.lapse?.push(...lapsing(left, 'left-group'));
    const noes = earlier.filter(({ verdict }) => verdict !== 'approved');
    const decisions = [...noes, ...holding, word];
    const { state, stages } = progressOf(request, decisions);
    const { approval, authorRefs } = request;
    if (state !== 'approved') {
      const deciderRefs = openDecidersOf(request, decisions);
      return { ...change, set: { approval, authorRefs, deciderRefs } };
    }

    const after = {
      ...request,
      ...moved(stateOf(loaded), { type: 'approve', stages }),
      deciderRefs: [],
      decideBy: undefined,
      remindAt: undefined,
    };
    return {
      ...change,
      // The steps of the submission come first; the worker goes on from there.
      ...(isSubmitted(loaded) && {
        job: { phase: 'execute', runAt: this.#parts.clock() },
      }),
      set: { ...changed(request, after), approval, authorRefs },
      events: [
        ...change.events,
        {
          type: 'approved',
          actorRef: word.approverRef,
          data: {
            by: approval.by,
            approvedBy: decisions
              .filter(({ verdict }) => verdict === 'approved')
              .map(({ approverRef }) => approverRef),
            planDigest: request.planDigest,
            revision: request.revision,
          },
        },
      ],
      outbox: newsRows({
        request: after,
        event: 'approved',
        actorRef: word.approverRef,
        detail: word.comment,
        to: 'requester',
        webhookPlaces: this.#parts.webhookPlaces,
      }),
    };
  }
}
