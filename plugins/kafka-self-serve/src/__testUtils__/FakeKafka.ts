// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

type Answer = object | Response | Promise<object | Response>;

/** A refusal or failure as a Backstage backend sends it. */
export function failure(options: {
  status: number;
  name: string;
  message: string;
  code?: string;
  details?: unknown;
}): Response {
  const { status, ...error } = options;
  return Response.json({ error, response: { statusCode: status } }, { status });
}

/** Answers the calls of the plugin's own clients by method and path below the plugin: `GET /topics`. */
export class FakeKafka {
  /** Every call, in order. */
  readonly calls: { call: string; query: URLSearchParams; body?: any }[] = [];
  readonly #answers = new Map<string, () => Answer>();

  constructor(options: { isAdministrator?: boolean } = {}) {
    const { isAdministrator = false } = options;
    this.on('GET /requests/me', () => ({ isAdministrator }));
    this.on('GET /requests/counts', () => ({
      draft: 0,
      pending: 2,
      changesRequested: 0,
      approved: 3,
      rejected: 1,
      failed: 1,
      active: 0,
      succeeded: 3,
      withdrawn: 0,
      waitingForMe: 0,
      all: 7,
    }));
    this.on('GET /environments', () => ({
      items: [],
      actions: { create: { allowed: isAdministrator } },
    }));
  }

  on(call: string, answer: () => Answer): this {
    this.#answers.set(call, answer);
    return this;
  }

  /** The bodies that were sent to a call. */
  sentTo(wanted: string): any[] {
    return this.calls
      .filter(({ call }) => call === wanted)
      .map(({ body }) => body);
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const url = new URL(String(input));
    const path = url.pathname.replace(/^\/api\/kafka-self-serve/, '');
    const call = `${init?.method ?? 'GET'} ${decodeURIComponent(path)}`;
    const body = init?.body ? JSON.parse(String(init.body)) : undefined;
    this.calls.push({ call, query: url.searchParams, body });
    const answer = await (this.#answers.get(call)?.() ??
      failure({ status: 404, name: 'NotFoundError', message: call }));
    return answer instanceof Response ? answer : Response.json(answer);
  };
}
