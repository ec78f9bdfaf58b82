// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  ChainReport,
  RequestCounts,
  RequestDetail,
  RequestEvent,
} from '@fairway/requests-common';
import type { Answer, FakeError } from './fakeBackend';

/** What each action leaves behind. */
const AFTER: Record<string, Partial<RequestDetail>> = {
  submit: { decision: 'pending' },
  discard: { decision: 'cancelled' },
  approve: { decision: 'approved', execution: 'queued' },
  reject: { decision: 'rejected' },
  'request-changes': { decision: 'changes-requested' },
  revise: { decision: 'pending' },
  cancel: { decision: 'cancelled' },
  retry: { execution: 'queued' },
};

const PAGE = 20;

const INTACT: ChainReport = { ok: true, requests: 2, events: 9 };

/** The requests of the backend, in memory: listed, filtered, counted and changed as the real ones are. */
export class FakeRequests {
  readonly items = new Map<string, RequestDetail>();
  /** `POST`s: the path below `/requests` and the body. */
  readonly posts: { path: string; body: unknown }[] = [];
  /** By the path below `/requests`, '' for the list: answered instead. */
  readonly instead = new Map<string, () => Answer<object>>();
  me = 'user:default/pia';
  isAdministrator = true;
  chain: ChainReport = INTACT;
  eventsOf: (id: string) => RequestEvent[] = () => [];
  exported: (query: URLSearchParams) => Response = () => new Response('');

  put(...requests: RequestDetail[]): this {
    requests.forEach(request => this.items.set(request.id, request));
    return this;
  }

  answer(
    path: string,
    query: URLSearchParams,
    init?: RequestInit,
  ): Answer<object> {
    if (init?.method === 'POST') {
      this.posts.push({ path, body: JSON.parse(String(init.body)) });
    }
    const instead = this.instead.get(path);
    if (instead) return instead();
    if (init?.method === 'POST') return this.#post(path);
    const [, name, part] = path.split('/').map(decodeURIComponent);
    switch (name) {
      case undefined:
        return this.#list(query);
      case 'counts':
        return this.#counts(query);
      case 'me':
        return { isAdministrator: this.isAdministrator };
      case 'verify':
        return this.isAdministrator ? this.chain : this.#refused();
      case 'export':
        return this.exported(query);
      default:
        return this.#one(name, part);
    }
  }

  #refused(): FakeError {
    return {
      status: 403,
      name: 'NotAllowedError',
      code: 'request-administrators-only',
      message: `"${this.me}" is no administrator of these requests. Ask one of them.`,
      details: { by: 'administrators', askFor: ['group:default/platform'] },
    };
  }

  #one(id: string, part?: string): Answer<object> {
    const request = this.items.get(id);
    if (!request) {
      return {
        status: 404,
        name: 'NotFoundError',
        code: 'request-not-found',
        message: `There is no request "${id}". Look at the list of requests.`,
      };
    }
    switch (part) {
      case 'events':
        return { items: this.eventsOf(id), chain: this.chain };
      case 'comments':
        return { items: [] };
      case 'logs':
        return { items: [], more: false };
      default:
        return request;
    }
  }

  #post(path: string): Answer<object> {
    const [, id, action] = path.split('/').map(decodeURIComponent);
    const request = this.items.get(id);
    if (!request || !AFTER[action]) return this.#one(id);
    const after = {
      ...request,
      ...AFTER[action],
      rowVersion: request.rowVersion + 1,
    };
    this.put(after);
    return after;
  }

  #list(query: URLSearchParams) {
    const limit = Number(query.get('limit') ?? PAGE);
    const below = Number(query.get('cursor') ?? Infinity);
    const rest = this.#matching(query)
      .filter(({ number }) => number < below)
      .sort((left, right) => right.number - left.number);
    const items = rest.slice(0, limit);
    const isLast = rest.length <= limit;
    const last = items[items.length - 1];
    return { items, ...(!isLast && { nextCursor: String(last.number) }) };
  }

  #counts(query: URLSearchParams): RequestCounts {
    const all = this.#matching(query);
    const of = (decision: string) =>
      all.filter(each => each.decision === decision).length;
    return {
      draft: of('draft'),
      pending: of('pending'),
      changesRequested: of('changes-requested'),
      approved: of('approved'),
      rejected: of('rejected'),
      failed: all.filter(each => each.execution === 'failed').length,
      active: all.filter(each => each.execution === 'running').length,
      succeeded: all.filter(each => each.execution === 'succeeded').length,
      withdrawn: of('cancelled') + of('expired'),
      waitingForMe: all.filter(each => each.waitingForMe).length,
      all: all.length,
    };
  }

  #matching(query: URLSearchParams): RequestDetail[] {
    const within = (name: string, value: string = '') => {
      const wanted = query.getAll(name).flatMap(each => each.split(','));
      return wanted.length === 0 || wanted.includes(value);
    };
    const text = query.get('text')?.toLowerCase() ?? '';
    const since = query.get('since') ?? '';
    const until = query.get('until') ?? '9999';
    return [...this.items.values()].filter(
      each =>
        within('decision', each.decision) &&
        within('execution', each.execution) &&
        within('kind', each.kind) &&
        within('environment', each.environmentRef) &&
        within('requester', each.requesterRef) &&
        each.resourceRefs.some(ref => within('resource', ref)) &&
        (!query.has('mine') || each.requesterRef === this.me) &&
        (!query.has('waitingForMe') || each.waitingForMe) &&
        each.title.toLowerCase().includes(text) &&
        each.createdAt >= since &&
        each.createdAt < until,
    );
  }
}
