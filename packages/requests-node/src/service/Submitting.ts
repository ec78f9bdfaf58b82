// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';
import { REQUESTS_COMMON_ERRORS } from '@fairway/requests-common';
import { defineErrors } from '@fairway/errors';
import { requestError } from '../errors';
import type { StoredRequest } from '../store/types';
import type { Actor } from '../types';
import type { Acting } from './Acting';
import { authorsOf, withAuthors } from './authors';
import { isRequester } from './guards';
import { refusalOf, stateOf } from './life';
import { type Drawn, kindRequestOf, type Planner } from './Planner';
import type { RequestParts } from './parts';
import { planChanged } from './planChanged';
import { changed, plannedFields, type Revisions } from './revision';
import type { Change, Loaded, Transitions } from './Transitions';
import type { Caller } from './types';

const commonError = defineErrors(REQUESTS_COMMON_ERRORS);

/** Puts plans before the eyes of those who decide: the first one, a revised one, and one that the world revised. */
export class Submitting {
  readonly #parts: RequestParts;
  readonly #planner: Planner;
  readonly #acting: Acting;
  readonly #transitions: Transitions;
  readonly #revisions: Revisions;

  constructor(options: {
    parts: RequestParts;
    planner: Planner;
    acting: Acting;
    transitions: Transitions;
    revisions: Revisions;
  }) {
    this.#parts = options.parts;
    this.#planner = options.planner;
    this.#acting = options.acting;
    this.#transitions = options.transitions;
    this.#revisions = options.revisions;
  }

  /** What the requester saw has to be what is there; a plan that moved is shown to them first. */
  submit(id: string, caller: Caller): Promise<StoredRequest> {
    return this.#submit(id, caller.actor, async loaded => {
      await this.#acting.doing('submit', loaded, caller);
    });
  }

  /** @see RequestOperations.openOnBehalf */
  submitOnBehalf(id: string, actorRef: string): Promise<StoredRequest> {
    const actor: Actor = { type: 'service', ref: actorRef };
    return this.#submit(id, actor, async loaded => {
      const refusal = refusalOf(stateOf(loaded), { type: 'submit' });
      if (refusal) throw refusal;
    });
  }

  #submit(
    id: string,
    actor: Actor,
    check: (loaded: Loaded) => Promise<void>,
  ): Promise<StoredRequest> {
    return this.#transitions.named('submit', id, {
      decide: async loaded => {
        await check(loaded);
        const { request } = loaded;
        const drawn = await this.#planner.redraw(loaded, {
          purpose: 'submit',
          actor,
        });
        refuseUndecidable(drawn);
        if (drawn.planDigest !== request.planDigest) {
          return {
            ...this.#newDraft(loaded, drawn, {
              event: 'replanned',
              actorRef: actor.ref,
            }),
            refuse: planChanged({
              request,
              seen: request.planDigest,
              current: { ...drawn.planned, planDigest: drawn.planDigest },
            }),
          };
        }
        return this.#revisions.open({
          loaded,
          drawn,
          by: 'submit',
          revision: request.revision,
          authorRefs: request.authorRefs,
          actorRef: actor.ref,
          event: 'submitted',
          news: 'submitted',
        });
      },
    });
  }

  revise(
    id: string,
    input: { payload: JsonObject; justification?: string; rowVersion?: number },
    caller: Caller,
  ): Promise<StoredRequest> {
    const { actor } = caller;
    return this.#transitions.named('revise', id, {
      decide: async loaded => {
        const look = await this.#acting.doing('revise', loaded, caller);
        const { request } = loaded;
        const { rowVersion = request.rowVersion } = input;
        if (rowVersion !== request.rowVersion) {
          throw requestError('request-moved', {
            number: request.number,
            current: request.rowVersion,
            seen: rowVersion,
          });
        }
        const drawn = await this.#revision(loaded, input.payload, actor);
        const { payload } = drawn;
        const set = {
          title: drawn.planned.title,
          justification: input.justification ?? request.justification,
        };
        const data = { payload: this.#planner.shown(request.kind, payload) };
        const event = { event: 'revised', actorRef: actor.ref, data, set };
        if (request.decision === 'draft') {
          return this.#newDraft(loaded, drawn, event);
        }
        refuseUndecidable(drawn);
        if (drawn.approval.mode === 'auto' && !isRequester(look)) {
          throw requestError('revision-not-yours', {
            user: actor.ref,
            number: request.number,
            requester: request.requesterRef,
          });
        }
        return this.#revisions.open({
          ...event,
          loaded,
          drawn,
          by: 'revise',
          revision: request.revision + 1,
          authorRefs: [...new Set([...request.authorRefs, actor.ref])],
          news: 'submitted',
        });
      },
    });
  }

  /**
   * What a revision would come to, in the same way in which it is made; nothing is written but an attempt without
   * authority.
   */
  async previewRevision(
    id: string,
    input: { kind: string; payload: JsonObject },
    caller: Caller,
  ): Promise<Drawn> {
    const loaded = await this.#transitions.load(id);
    await this.#acting.doing('revise', loaded, caller);
    const { kind, number } = loaded.request;
    if (input.kind !== kind) {
      throw requestError('revision-of-other-kind', {
        number,
        kind,
        sent: input.kind,
      });
    }
    return this.#revision(loaded, input.payload, caller.actor);
  }

  async #revision(
    loaded: Loaded,
    sent: JsonObject,
    actor: Actor,
  ): Promise<Drawn> {
    const { request } = loaded;
    const { kind, requesterRef } = request;
    return this.#planner.draw({
      kind,
      payload: await this.#planner.revised(request, sent),
      purpose: 'revise',
      requesterRef,
      actor,
      request: kindRequestOf(loaded),
    });
  }

  /** @see RequestOperations */
  replan(
    id: string,
    options: { actorRef: string; authorRefs: string[]; message: string },
  ): Promise<StoredRequest> {
    const actor: Actor = { type: 'service', ref: options.actorRef };
    return this.#transitions.named('replan', id, {
      decide: async loaded => {
        const refusal = refusalOf(stateOf(loaded), { type: 'supersede' });
        if (refusal) throw refusal;
        const drawn = await this.#planner.redraw(loaded, {
          purpose: 'revise',
          actor,
        });
        if (drawn.planDigest !== loaded.request.planDigest) {
          return this.superseded(loaded, drawn, options);
        }
        return withAuthors(loaded.request, drawn, options);
      },
    });
  }

  /** The new revision of a plan that nobody asked for. */
  superseded(
    loaded: Loaded,
    drawn: Drawn,
    options: { actorRef: string; authorRefs?: string[]; message: string },
  ): Change {
    const { request } = loaded;
    const { actorRef, authorRefs = [], message } = options;
    return this.#revisions.open({
      loaded,
      drawn,
      by: 'supersede',
      revision: request.revision + 1,
      authorRefs: authorsOf(request, drawn, authorRefs),
      actorRef,
      event: 'replanned',
      data: { message, authorRefs, before: request.planDigest },
      news: request.decision === 'approved' ? 'superseded' : 'submitted',
      detail: message,
    });
  }

  #newDraft(
    { request }: Loaded,
    drawn: Drawn,
    options: {
      event: string;
      actorRef: string;
      data?: JsonObject;
      set?: Pick<StoredRequest, 'title' | 'justification'>;
    },
  ): Change {
    const { event, actorRef, data, set } = options;
    const revision = request.revision + 1;
    const until =
      this.#parts.clock().getTime() + this.#parts.draftLifetimeMilliseconds;
    return {
      set: changed(request, {
        ...request,
        ...plannedFields(drawn),
        ...set,
        revision,
        draftExpiresAt: new Date(until),
      }),
      events: [
        {
          type: event,
          actorRef,
          data: {
            ...data,
            revision,
            planDigest: drawn.planDigest,
            before: request.planDigest,
          },
        },
      ],
    };
  }
}

/** What nobody could ever decide is not put before anybody. */
function refuseUndecidable({ approval }: Drawn): void {
  if (approval.mode !== 'none') return;
  throw commonError('approval-impossible', { reason: approval.message });
}
