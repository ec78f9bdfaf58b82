// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Calls as people's browsers make them, each timed and counted.
import { quantile } from '../ownership/measure';

export interface Call {
  what: string;
  /** When it was over, in milliseconds of `performance.now`. */
  at: number;
  ms: number;
  /** Why it is an error; absent when it is none. */
  error?: string;
}

export interface Latency {
  what: string;
  calls: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
  worstMs: number;
}

export interface Answer<TBody> {
  status: number;
  body: TBody;
}

export class Calls {
  readonly all: Call[] = [];

  /** Asks once. An answer that is none of `right` and not 2xx is an error, and is thrown after it was counted. */
  async ask<TBody>(
    what: string,
    url: string,
    init: RequestInit & { right?: number[] } = {},
  ): Promise<Answer<TBody>> {
    const { right = [], ...request } = init;
    const start = performance.now();
    const done = (error?: string) => {
      const at = performance.now();
      this.all.push({ what, at, ms: at - start, error });
    };
    let response: Response;
    let text: string;
    try {
      response = await fetch(url, request);
      text = await response.text();
    } catch (error) {
      done(String((error as Error).cause ?? error));
      throw error;
    }
    if (!response.ok && !right.includes(response.status)) {
      done(`${response.status} ${text.slice(0, 300)}`);
      throw new Error(`${what}: ${response.status} ${text.slice(0, 300)}`);
    }
    done();
    const isJson = response.headers.get('content-type')?.includes('json');
    return {
      status: response.status,
      body: (isJson ? JSON.parse(text) : text) as TBody,
    };
  }

  latencies(): Latency[] {
    const good = this.all.filter(({ error }) => error === undefined);
    const names = [...new Set(good.map(({ what }) => what))].sort();
    return names.map(what => {
      const sorted = good
        .filter(call => call.what === what)
        .map(({ ms }) => ms)
        .sort((one, other) => one - other);
      return {
        what,
        calls: sorted.length,
        p50Ms: quantile(sorted, 0.5),
        p95Ms: quantile(sorted, 0.95),
        p99Ms: quantile(sorted, 0.99),
        worstMs: sorted.at(-1)!,
      };
    });
  }
}
