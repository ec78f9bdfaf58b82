// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { MyTargetsResponse } from '@fairway/backstage-plugin-ownership-common';
import type {
  Change,
  ChangeDetail,
  ChangeList,
} from '@fairway/backstage-plugin-self-service-common';

/** An error as a Backstage backend sends it. */
export interface FakeError {
  status: number;
  name: string;
  message: string;
  code?: string;
  details?: unknown;
}

const isFakeError = (value: object): value is FakeError => 'status' in value;

type Answer<T> = T | FakeError | Promise<T | FakeError>;

/** Answers the calls that the plugin's real clients make, with typed data. */
export class FakeBackend {
  /** Path and query of every call, in order. */
  readonly calls: string[] = [];
  /** Signals of the calls to `/me/targets`, in order. */
  readonly targetSignals: (AbortSignal | undefined)[] = [];

  listChanges: (query: URLSearchParams) => Answer<ChangeList> = () => ({
    items: [],
  });
  getChange: (id: string) => Answer<ChangeDetail> = id => ({
    status: 404,
    name: 'NotFoundError',
    code: 'change-not-found',
    message: `There is no change "${id}". Look at the list of changes.`,
  });
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
    if (path === '/self-service/changes') return this.listChanges(query);
    const change = /^\/self-service\/changes\/([^/]+)$/.exec(path);
    if (change) return this.getChange(decodeURIComponent(change[1]));
    if (path === '/ownership/me/targets') {
      this.targetSignals.push(init?.signal ?? undefined);
      return this.myTargets(query);
    }
    return { status: 404, name: 'NotFoundError', message: path };
  }
}

/** A change as a list has it, without the diff. */
export function listed(change: ChangeDetail): Change {
  const { diff, inspectCommand, ...rest } = change;
  return rest;
}
