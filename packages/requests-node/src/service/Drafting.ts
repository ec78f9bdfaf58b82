// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type CreateRequestInput,
  digestOf,
  type PreviewRequestInput,
  type RequestPreview,
} from '@fairway/requests-common';
import { v7 as uuid } from 'uuid';
import { requestError } from '../errors';
import { transitionFailpoint } from '../failpoints/failpointsOf';
import type { StoredRequest } from '../store/types';
import type { Actor } from '../types';
import { clean } from './json';
import type { Drawn, Planner } from './Planner';
import type { RequestParts } from './parts';
import { plannedFields } from './revision';
import type { Submitting } from './Submitting';
import type { Caller } from './types';

/** Plans, and keeps drafts. Nothing is locked and nobody is asked. */
export class Drafting {
  readonly #parts: RequestParts;
  readonly #planner: Planner;
  readonly #submitting: Submitting;

  constructor(options: {
    parts: RequestParts;
    planner: Planner;
    submitting: Submitting;
  }) {
    this.#parts = options.parts;
    this.#planner = options.planner;
    this.#submitting = options.submitting;
  }

  async preview(
    input: PreviewRequestInput,
    caller: Caller,
  ): Promise<RequestPreview> {
    const { requestId } = input;
    const { planned, planDigest, approval } =
      requestId === undefined
        ? await this.#drawNew(input, caller)
        : await this.#submitting.previewRevision(requestId, input, caller);
    const holders = await this.#parts.store.holders(planned.resourceRefs);
    const openRequest = holders.find(({ id }) => id !== requestId);
    return {
      ...planned,
      planDigest,
      approval,
      ...(openRequest && {
        openRequest: { id: openRequest.id, number: openRequest.number },
      }),
    };
  }

  #drawNew(
    { kind, payload }: PreviewRequestInput,
    { actor }: Caller,
  ): Promise<Drawn> {
    return this.#planner.draw({
      kind,
      payload: this.#planner.parse(kind, payload),
      purpose: 'preview',
      requesterRef: actor.ref,
      actor,
    });
  }

  /** Keeps a draft; the same key of the same person gives the one that is there. */
  async create(
    input: CreateRequestInput,
    options: { actor: Actor; requesterRef?: string },
  ): Promise<{ request: StoredRequest; created: boolean }> {
    const { store, people, clock, failpoints } = this.#parts;
    const { kind, title, justification, idempotencyKey } = input;
    const { actor, requesterRef = actor.ref } = options;
    const payload = this.#planner.parse(kind, input.payload);
    const idempotencyDigest = digestOf(
      clean({ kind, payload, title, justification }),
    );
    const key = { requesterRef, idempotencyKey };
    const known = await store.getByIdempotencyKey(key);
    if (known) return { request: sameContent(known), created: false };

    const drawn = await this.#planner.draw({
      kind,
      payload,
      purpose: 'draft',
      requesterRef,
      actor,
    });
    const now = clock();
    await failpoints.hit(transitionFailpoint('create', 'before'));
    const result = await store.create(
      {
        ...plannedFields(drawn),
        id: uuid(),
        kind,
        title: title ?? drawn.planned.title,
        justification,
        requesterRef,
        authorRefs: [requesterRef],
        decision: 'draft',
        execution: 'none',
        revision: 1,
        links: [],
        outputs: {},
        idempotencyKey,
        idempotencyDigest,
        readerRefs: await people.teamsOf(requesterRef),
        deciderRefs: [],
        draftExpiresAt: new Date(
          now.getTime() + this.#parts.draftLifetimeMilliseconds,
        ),
        holdsResources: false,
        createdAt: now,
      },
      {
        actorRef: actor.ref,
        data: clean({
          kind,
          operation: drawn.planned.operation,
          title: title ?? drawn.planned.title,
          justification,
          revision: 1,
          resourceRefs: drawn.planned.resourceRefs,
          planDigest: drawn.planDigest,
          payload: this.#planner.shown(kind, payload),
        }),
      },
    );
    await failpoints.hit(transitionFailpoint('create', 'committed'));
    if (result.created) this.#parts.metrics?.moved(kind, 'created');
    return { ...result, request: sameContent(result.request) };

    function sameContent(request: StoredRequest): StoredRequest {
      if (request.idempotencyDigest === idempotencyDigest) return request;
      throw requestError('idempotency-key-reused', {
        key: idempotencyKey,
        number: request.number,
      });
    }
  }
}
