// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** What was asked of the backend. */
export interface Asked {
  /** `GET /topics`. */
  call: string;
  query: URLSearchParams;
  body?: any;
}

type Reply = object | Response;
export type Answer = (asked: Asked) => Reply | Promise<Reply>;
/** By method and path below the plugin: `GET /topics`. */
export type Answers = Record<string, Answer>;

/** A refusal or failure as a Backstage backend sends it. */
export function failure(options: {
  status: number;
  name?: string;
  message: string;
  code?: string;
  details?: unknown;
}): Response {
  const { status, name = 'Error', ...error } = options;
  return Response.json(
    { error: { name, ...error }, response: { statusCode: status } },
    { status },
  );
}

/** Answers the calls of the plugin's own clients by method and path below the plugin. */
export class FakeKafka {
  /** Every call, in order. */
  readonly calls: Asked[] = [];
  readonly #answers: Answers;

  constructor(options: { isAdministrator?: boolean; answers?: Answers } = {}) {
    const { isAdministrator = false, answers } = options;
    this.#answers = {
      'GET /requests/me': () => ({ isAdministrator }),
      'GET /requests/counts': () => ({
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
      }),
      'GET /requests': () => ({ items: [] }),
      'GET /environments': () => ({
        items: [],
        actions: { create: { allowed: isAdministrator } },
      }),
      ...answers,
    };
  }

  on(call: string, answer: Answer): this {
    this.#answers[call] = answer;
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
    const asked: Asked = {
      call: `${init?.method ?? 'GET'} ${decodeURIComponent(path)}`,
      query: url.searchParams,
      body: init?.body ? JSON.parse(String(init.body)) : undefined,
    };
    this.calls.push(asked);
    const answer = await (this.#answers[asked.call]?.(asked) ??
      failure({ status: 404, name: 'NotFoundError', message: asked.call }));
    return answer instanceof Response ? answer : Response.json(answer);
  };
}
