// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';
import {
  type ApprovalRule,
  planDigestOf,
  type RecordedDecision,
} from '@fairway/requests-common';
import { requestError } from '../errors';
import { inputIssues, inputProblems } from '../http/inputProblems';
import type { StoredRequest } from '../store/types';
import type {
  Actor,
  KindContext,
  KindRequest,
  PlanContext,
  Planned,
} from '../types';
import type { RequestParts } from './parts';

/** What a kind makes of a payload at one moment. */
export interface Drawn {
  payload: JsonObject;
  planned: Planned<JsonObject>;
  planDigest: string;
  approval: ApprovalRule;
}

/** Asks the kinds for plans; nothing is kept here. */
export class Planner {
  readonly #parts: RequestParts;

  constructor(parts: RequestParts) {
    this.#parts = parts;
  }

  /** @throws InputError `request-payload-invalid`, which names every field that is wrong */
  parse(kind: string, payload: JsonObject): JsonObject {
    const parsed = this.#parts.kinds.get(kind).schema.safeParse(payload);
    if (parsed.success) return parsed.data;
    const { error } = parsed;
    const problems = inputProblems(error, payload, { name: kind });
    throw requestError(
      'request-payload-invalid',
      { kind, problems },
      {
        details: {
          issues: inputIssues(error, payload).map(issue => ({ ...issue })),
        },
      },
    );
  }

  /** A revised payload, with what its kind takes over. */
  async revised(
    { kind, payload: earlier }: Pick<StoredRequest, 'kind' | 'payload'>,
    sent: JsonObject,
  ): Promise<JsonObject> {
    const payload = this.parse(kind, sent);
    const revised = await this.#parts.kinds
      .get(kind)
      .revised?.(payload, earlier);
    return revised ?? payload;
  }

  /** @throws what the kind throws to refuse */
  async draw(options: {
    kind: string;
    payload: JsonObject;
    purpose: PlanContext<JsonObject>['purpose'];
    requesterRef: string;
    actor: Actor;
    request?: KindRequest<JsonObject>;
  }): Promise<Drawn> {
    const { payload, kind: name, ...rest } = options;
    const kind = this.#parts.kinds.get(name);
    const context: PlanContext<JsonObject> = {
      ...rest,
      now: this.#parts.clock(),
      logger: this.#parts.logger,
    };
    const planned = await kind.plan(payload, context);
    const approval = await kind.approval(planned, context);
    const { plan, view } = planned;
    return {
      payload,
      planned,
      approval,
      planDigest: planDigestOf({ kind: name, plan, view }),
    };
  }

  /** The stored payload, planned anew. */
  redraw(
    loaded: { request: StoredRequest; decisions: RecordedDecision[] },
    options: { purpose: PlanContext<JsonObject>['purpose']; actor: Actor },
  ): Promise<Drawn> {
    const { kind, payload, requesterRef } = loaded.request;
    return this.draw({
      ...options,
      kind,
      payload,
      requesterRef,
      request: kindRequestOf(loaded),
    });
  }

  /** What is kept from people's eyes and from the history is taken out. */
  shown(kind: string, payload: JsonObject): JsonObject {
    return this.#parts.kinds.get(kind).redact?.(payload) ?? payload;
  }

  kindContext(loaded: {
    request: StoredRequest;
    decisions: RecordedDecision[];
  }): KindContext<JsonObject> {
    return {
      request: kindRequestOf(loaded),
      now: this.#parts.clock(),
      logger: this.#parts.logger,
    };
  }
}

/** A request as its kind sees it. */
export function kindRequestOf({
  request,
  decisions,
}: {
  request: StoredRequest;
  decisions: RecordedDecision[];
}): KindRequest<JsonObject> {
  const { id, number, kind, title, revision, payload, outputs } = request;
  const { justification, requesterRef, authorRefs, environmentRef } = request;
  const { ownerRef, resourceRefs, createdAt, submittedAt } = request;
  return {
    id,
    number,
    kind,
    title,
    revision,
    payload,
    justification,
    requesterRef,
    authorRefs,
    environmentRef,
    ownerRef,
    resourceRefs,
    outputs,
    createdAt,
    submittedAt,
    decisions: decisions.filter(({ lapsed }) => !lapsed),
  };
}
