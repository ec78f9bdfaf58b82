// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestFilters, RequestSummary } from '@fairway/requests-common';
import type { RequestSource, SourcedRequest, SourceError } from './types';

/*
 * One list out of several, newest first, without reading more of any than a page needs. Each source numbers its
 * requests in the order of their creation, so "older than the last one shown" is its number, which stays right when
 * requests arrive while somebody pages: a page that was shown in part is asked for again and what was shown is dropped.
 */

/** Where a source goes on; absent at its beginning. */
export interface SourcePosition {
  /** Of the page that is being shown. */
  cursor?: string;
  /** Number of the last request of that page that was shown. */
  shownDownTo?: number;
  /** There is no more. */
  isDone?: boolean;
  /** It failed before: to go on with it would put newer requests below older ones. */
  error?: Error;
}

/** Where each source goes on, by its id. */
export type MergePosition = Record<string, SourcePosition>;

export interface MergedPage {
  items: SourcedRequest[];
  /** Absent on the last page. */
  next?: MergePosition;
  errors: SourceError[];
}

class Feed {
  readonly source: RequestSource;
  #position: SourcePosition;
  #waiting: RequestSummary[] = [];
  #nextCursor?: string;

  constructor(source: RequestSource, position: SourcePosition = {}) {
    this.source = source;
    this.#position = position;
  }

  get head(): RequestSummary | undefined {
    return this.#waiting[0];
  }

  get error(): Error | undefined {
    return this.#position.error;
  }

  /** Where the page after goes on. */
  get position(): SourcePosition {
    if (this.#waiting.length > 0 || this.error) return this.#position;
    return this.#nextCursor ? { cursor: this.#nextCursor } : this.#position;
  }

  get canGoOn(): boolean {
    const { isDone, error } = this.position;
    return !isDone && !error;
  }

  take(): SourcedRequest | undefined {
    const request = this.#waiting.shift();
    if (!request) return undefined;
    this.#position = { ...this.#position, shownDownTo: request.number };
    if (this.#waiting.length === 0 && !this.#nextCursor) {
      this.#position = { isDone: true };
    }
    const { source } = this;
    return { id: `${source.id}:${request.id}`, source, request };
  }

  /** Reads on until something waits or nothing is left. */
  async fill(
    input: RequestFilters & { limit: number },
    signal?: AbortSignal,
  ): Promise<void> {
    while (this.#waiting.length === 0 && this.canGoOn) {
      this.#position = this.position;
      const { cursor, shownDownTo = Infinity } = this.#position;
      try {
        const page = await this.source.api.list(
          { ...input, cursor },
          { signal },
        );
        this.#nextCursor = page.nextCursor;
        this.#waiting = page.items.filter(item => item.number < shownDownTo);
        if (this.#waiting.length === 0 && !page.nextCursor) {
          this.#position = { isDone: true };
        }
      } catch (cause) {
        if (signal?.aborted) throw cause;
        const error = cause instanceof Error ? cause : new Error(String(cause));
        this.#position = { ...this.#position, error };
      }
    }
  }
}

/** The feed whose next request is the newest; at the same time the first of them. */
function newest(feeds: Feed[]): Feed | undefined {
  const time = (feed: Feed) => Date.parse(feed.head?.createdAt ?? '');
  return feeds
    .filter(feed => feed.head)
    .reduce<Feed | undefined>(
      (best, feed) => (best && time(best) >= time(feed) ? best : feed),
      undefined,
    );
}

/** A page of the merged list; rejects only when it was aborted. */
export async function loadMergedPage(options: {
  sources: RequestSource[];
  filters: RequestFilters;
  position: MergePosition;
  limit: number;
  signal?: AbortSignal;
}): Promise<MergedPage> {
  const { sources, filters, position, limit, signal } = options;
  const feeds = sources.map(source => new Feed(source, position[source.id]));
  const fillAll = () =>
    Promise.all(feeds.map(feed => feed.fill({ ...filters, limit }, signal)));

  const items: SourcedRequest[] = [];
  while (items.length < limit) {
    await fillAll();
    const item = newest(feeds)?.take();
    if (!item) break;
    items.push(item);
  }
  return {
    items,
    next: feeds.some(feed => feed.canGoOn)
      ? Object.fromEntries(feeds.map(feed => [feed.source.id, feed.position]))
      : undefined,
    errors: feeds.flatMap(({ source, error }) =>
      error ? { source, error } : [],
    ),
  };
}
