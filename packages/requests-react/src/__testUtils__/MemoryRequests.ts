// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { ResponseError } from '@backstage/errors';
import type {
  ChainReport,
  DecideInput,
  ListRequestsInput,
  RequestComment,
  RequestCounts,
  RequestDetail,
  RequestEvent,
  RequestFilters,
  RequestLogLine,
  RequestsApi,
} from '@fairway/requests-common';

/** What a backend answers when it refuses, as the clients throw it. */
export function refusal(options: {
  status: number;
  code: string;
  message: string;
  details?: object;
}): Promise<Error> {
  const { status, ...error } = options;
  return ResponseError.fromResponse(
    Response.json(
      { error: { name: 'Error', ...error }, response: { statusCode: status } },
      { status },
    ),
  );
}

const NO_COUNTS: RequestCounts = {
  draft: 0,
  pending: 0,
  changesRequested: 0,
  approved: 0,
  rejected: 0,
  failed: 0,
  active: 0,
  succeeded: 0,
  withdrawn: 0,
  waitingForMe: 0,
  all: 0,
};

const unused = async (): Promise<never> => {
  throw new Error('Not used by the pages');
};

/** Requests in memory, newest first by number; every call is recorded, and each can be made to fail. */
export class MemoryRequests implements RequestsApi {
  readonly requests = new Map<string, RequestDetail>();
  readonly calls: { method: string; id?: string; input?: unknown }[] = [];
  readonly failures = new Map<string, Error>();
  person = 'user:default/pia';
  commentsOf: RequestComment[] = [];
  eventsOf: RequestEvent[] = [];
  chain: ChainReport = { ok: true, requests: 1, events: 0 };
  lines: RequestLogLine[] = [];
  linesPerPage = 1000;

  preview = unused;
  create = unused;
  revise = unused;
  export = unused;
  verify = unused;
  me = unused;

  put(...requests: RequestDetail[]): this {
    requests.forEach(request => this.requests.set(request.id, request));
    return this;
  }

  change(id: string, changes: Partial<RequestDetail>): RequestDetail {
    const before = this.#find(id);
    const after = {
      ...before,
      ...changes,
      rowVersion: before.rowVersion + 1,
    };
    this.put(after);
    return after;
  }

  callsOf(method: string) {
    return this.calls.filter(call => call.method === method);
  }

  async list(input: ListRequestsInput = {}) {
    this.#record('list', undefined, input);
    const { cursor, limit = 20 } = input;
    const below = cursor ? Number(cursor) : Infinity;
    const rest = this.#matching(input)
      .filter(({ number }) => number < below)
      .sort((left, right) => right.number - left.number);
    const items = rest.slice(0, limit);
    return {
      items,
      nextCursor:
        rest.length > limit
          ? String(items[items.length - 1].number)
          : undefined,
    };
  }

  async counts(input: RequestFilters = {}) {
    this.#record('counts', undefined, input);
    const all = this.#matching(input);
    return {
      ...NO_COUNTS,
      all: all.length,
      pending: all.filter(each => each.decision === 'pending').length,
      waitingForMe: all.filter(each => each.waitingForMe).length,
    };
  }

  async get(id: string) {
    this.#record('get', id);
    // Another object each time, as from JSON.
    return structuredClone(this.#find(id));
  }

  submit = (id: string) => this.#act('submit', id, { decision: 'pending' });
  discard = (id: string) => this.#act('discard', id, { decision: 'cancelled' });
  approve = (id: string, input: DecideInput) =>
    this.#act('approve', id, { decision: 'approved' }, input);
  reject = (id: string, input: DecideInput) =>
    this.#act('reject', id, { decision: 'rejected' }, input);
  requestChanges = (id: string, input: DecideInput) =>
    this.#act('requestChanges', id, { decision: 'changes-requested' }, input);
  cancel = (id: string, input?: { comment?: string }) =>
    this.#act('cancel', id, { decision: 'cancelled' }, input);
  retry = (id: string) =>
    this.#act('retry', id, { execution: 'queued', failure: undefined });

  async comment(id: string, { text }: { text: string }) {
    this.#record('comment', id, { text });
    const comment = {
      id: `comment-${this.commentsOf.length + 1}`,
      authorRef: this.person,
      text,
      at: new Date().toISOString(),
    };
    this.commentsOf = [...this.commentsOf, comment];
    return comment;
  }

  async comments(id: string) {
    this.#record('comments', id);
    return { items: this.commentsOf };
  }

  async events(id: string) {
    this.#record('events', id);
    return { items: this.eventsOf, chain: this.chain };
  }

  async logs(id: string, { after = 0 }: { after?: number } = {}) {
    this.#record('logs', id, { after });
    const rest = this.lines.filter(({ sequence }) => sequence > after);
    return {
      items: rest.slice(0, this.linesPerPage),
      more: rest.length > this.linesPerPage,
    };
  }

  async #act(
    method: string,
    id: string,
    changes: Partial<RequestDetail>,
    input?: unknown,
  ) {
    this.#record(method, id, input);
    return this.change(id, changes);
  }

  #record(method: string, id?: string, input?: unknown) {
    this.calls.push({ method, id, input });
    const failure = this.failures.get(method);
    if (failure) throw failure;
  }

  #find(id: string): RequestDetail {
    const request = this.requests.get(id);
    if (!request) throw new Error(`There is no request "${id}".`);
    return request;
  }

  #matching(filters: RequestFilters): RequestDetail[] {
    const within = (wanted: string[] | undefined, value: string = '') =>
      !wanted || wanted.includes(value);
    return [...this.requests.values()].filter(
      each =>
        within(filters.decision, each.decision) &&
        within(filters.execution, each.execution) &&
        within(filters.kind, each.kind) &&
        within(filters.environment, each.environmentRef) &&
        within(filters.requester, each.requesterRef) &&
        (!filters.mine || each.requesterRef === this.person) &&
        (!filters.waitingForMe || each.waitingForMe) &&
        (!filters.text ||
          each.title.toLowerCase().includes(filters.text.toLowerCase())),
    );
  }
}
