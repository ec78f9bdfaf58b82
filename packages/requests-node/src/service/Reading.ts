// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  ApprovalBlock,
  ChainReport,
  ListRequestsInput,
  RequestComment,
  RequestCounts,
  RequestDetail,
  RequestEvent,
  RequestFilters,
  RequestLogLine,
  RequestPage,
} from '@fairway/requests-common';
import { requestError } from '../errors';
import type { StoredPage, Viewer } from '../store/types';
import type { Acting } from './Acting';
import { blockOf } from './blocked';
import { detailOf, summaryOf } from './detail';
import type { Planner } from './Planner';
import type { RequestParts } from './parts';
import type { Loaded, Transitions } from './Transitions';
import type { Caller } from './types';

const PAGE = 20;
/** Lines of a log in one answer. */
const LOG_LINES = 1000;

/** Shows requests to those who may see them: requesters and their teams, those who decide or did, administrators. */
export class Reading {
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

  async get(id: string, caller: Caller): Promise<RequestDetail> {
    const loaded = await this.#transitions.load(id);
    const look = await this.#acting.reading(loaded, caller);
    const blocked = await this.#blockOf(loaded);
    return {
      ...detailOf(look, { parts: this.#parts, planner: this.#planner }),
      ...(blocked && { blocked }),
    };
  }

  /** A directory that does not answer keeps nobody from reading. */
  async #blockOf(loaded: Loaded): Promise<ApprovalBlock | undefined> {
    const { logger, people } = this.#parts;
    try {
      return await blockOf(loaded, people);
    } catch (error) {
      logger.warn('Could not tell who is left to decide', error as Error);
      return undefined;
    }
  }

  async list(input: ListRequestsInput, caller: Caller): Promise<RequestPage> {
    const viewer = await this.viewer(caller);
    const page = await this.#parts.store.list(
      { ...input, limit: input.limit ?? PAGE, contents: 'left-out' },
      viewer,
    );
    const { nextCursor, prevCursor } = page;
    const waiting = new Set(page.waitingForViewer);
    return {
      items: page.items.map(request =>
        summaryOf(request, { waitingForMe: waiting.has(request.id) }),
      ),
      ...(nextCursor && { nextCursor }),
      ...(prevCursor && { prevCursor }),
    };
  }

  page(input: ListRequestsInput, viewer: Viewer): Promise<StoredPage> {
    return this.#parts.store.list(
      { ...input, limit: input.limit ?? PAGE },
      viewer,
    );
  }

  async counts(
    filters: RequestFilters,
    caller: Caller,
  ): Promise<RequestCounts> {
    return this.#parts.store.counts(filters, await this.viewer(caller));
  }

  async viewer(caller: Caller): Promise<Viewer> {
    return {
      refs: await this.#acting.refsOf(caller),
      userRef: caller.actor.ref,
      seesAll: caller.isAdministrator,
      ...(caller.criteria && { criteria: caller.criteria }),
    };
  }

  async comment(
    id: string,
    { text }: { text: string },
    caller: Caller,
  ): Promise<RequestComment> {
    const { request } = await this.#readable(id, caller);
    if (!text.trim()) {
      throw requestError('comment-empty', { number: request.number });
    }
    return this.#parts.store.addComment(id, {
      authorRef: caller.actor.ref,
      text: text.trim(),
    });
  }

  async comments(id: string, caller: Caller): Promise<RequestComment[]> {
    await this.#readable(id, caller);
    return this.#parts.store.comments(id);
  }

  async events(
    id: string,
    caller: Caller,
  ): Promise<{ items: RequestEvent[]; chain: ChainReport }> {
    await this.#readable(id, caller);
    const items = await this.#parts.store.events(id);
    return { items, chain: await this.#parts.store.verify({ id }) };
  }

  async logs(
    id: string,
    { after }: { after: number },
    caller: Caller,
  ): Promise<{ items: RequestLogLine[]; more: boolean }> {
    await this.#readable(id, caller);
    return this.#parts.store.logs(id, { after, limit: LOG_LINES });
  }

  async verify({ actor, isAdministrator }: Caller): Promise<ChainReport> {
    if (!isAdministrator) {
      throw requestError('request-administrators-only', { user: actor.ref });
    }
    return this.#parts.store.verify();
  }

  async #readable(id: string, caller: Caller) {
    const loaded = await this.#transitions.load(id);
    await this.#acting.reading(loaded, caller);
    return loaded;
  }

  /** The words that were said are looked at only where the caller is asked at all. */
}
