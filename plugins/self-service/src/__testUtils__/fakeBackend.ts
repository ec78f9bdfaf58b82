// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { MyTargetsResponse } from '@fairway/backstage-plugin-ownership-common';
import { FakeActions } from './fakeActions';
import { FakeReads } from './fakeReads';
import { FakeRequests } from './fakeRequests';

/** An error as a Backstage backend sends it. */
export interface FakeError {
  status: number;
  name: string;
  message: string;
  code?: string;
  details?: unknown;
}

export const isFakeError = (value: object): value is FakeError =>
  'status' in value && 'message' in value;

export type Answer<T> = T | FakeError | Promise<T | FakeError>;

/** Answers the calls that the plugin's real clients make, with typed data. */
export class FakeBackend {
  /** Path and query of every call, in order. */
  readonly calls: string[] = [];
  /** Signals of the calls to `/me/targets`, in order. */
  readonly targetSignals: (AbortSignal | undefined)[] = [];
  readonly requests = new FakeRequests();
  readonly reads = new FakeReads();
  readonly actions = new FakeActions();

  myTargets: (query: URLSearchParams) => Answer<MyTargetsResponse> = () => ({
    status: 503,
    name: 'ServiceUnavailableError',
    message: 'No policy',
  });

  readonly fetch: typeof fetch = async (input, init) => {
    const url = new URL(String(input));
    const path = url.pathname.replace(/^\/api/, '');
    this.calls.push(`${path}${url.search}`);
    const answer = await this.#answer(path, url.searchParams, init);
    if (answer instanceof Response) return answer;
    if (!isFakeError(answer)) return Response.json(answer);
    const { status, ...error } = answer;
    return Response.json(
      { error, response: { statusCode: status } },
      { status },
    );
  };

  #answer(
    path: string,
    query: URLSearchParams,
    init?: RequestInit,
  ): Answer<object> {
    const requests = /^\/self-service\/requests(\/.*)?$/.exec(path);
    if (requests) {
      return this.requests.answer(requests[1] ?? '', query, init);
    }
    if (path === '/ownership/me/targets') {
      this.targetSignals.push(init?.signal ?? undefined);
      return this.myTargets(query);
    }
    return (
      this.reads.answer(path, query) ??
      this.actions.answer(path, query) ?? {
        status: 404,
        name: 'NotFoundError',
        message: path,
      }
    );
  }
}
