// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ActionStatisticsAnswer } from '@fairway/backstage-plugin-self-service-common';
import type { RequestStore, StoredRequest } from '@fairway/requests-node';

const PAGE = 100;
/** Newest ones that were carried out, which the durations are of. */
const FINISHED = 300;
/** Newest ones of a person, which their templates are recent by. */
const OWN = 30;
/** Templates of requests that are kept in memory. */
const KNOWN = 10_000;

const EVERYTHING = { refs: [], userRef: '', seesAll: true };

/** What past requests say of the templates that they were made by. */
export class ActionStatistics {
  readonly #store: RequestStore;
  /** A request's template never changes. */
  readonly #templates = new Map<string, string | undefined>();

  static create(options: { store: RequestStore }): ActionStatistics {
    return new ActionStatistics(options.store);
  }

  private constructor(store: RequestStore) {
    this.#store = store;
  }

  /** Durations are of everybody's requests, without saying whose. */
  async of(userRef: string): Promise<ActionStatisticsAnswer> {
    const seconds = new Map<string, number[]>();
    for (const request of await this.#newest(FINISHED)) {
      const templateRef = await this.#templateOf(request);
      const { submittedAt, updatedAt } = request;
      if (templateRef === undefined || !submittedAt) continue;
      const took = (updatedAt.getTime() - submittedAt.getTime()) / 1_000;
      seconds.set(templateRef, [...(seconds.get(templateRef) ?? []), took]);
    }
    const recent = new Set<string>();
    for (const request of await this.#own(userRef)) {
      const templateRef = await this.#templateOf(request);
      if (templateRef !== undefined) recent.add(templateRef);
    }
    return {
      items: Array.from(seconds, ([templateRef, took]) => ({
        templateRef,
        requests: took.length,
        medianSeconds: Math.round(median(took)),
      })),
      recent: [...recent],
    };
  }

  async #newest(count: number): Promise<Listed[]> {
    const found: Listed[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.#store.list(
        { execution: ['succeeded'], limit: PAGE, contents: 'left-out', cursor },
        EVERYTHING,
      );
      found.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== undefined && found.length < count);
    return found.slice(0, count);
  }

  async #own(userRef: string): Promise<Listed[]> {
    const { items } = await this.#store.list(
      { mine: true, limit: OWN, contents: 'left-out' },
      { refs: [], userRef, seesAll: false },
    );
    return items;
  }

  async #templateOf({ id }: Listed): Promise<string | undefined> {
    if (!this.#templates.has(id)) {
      const { payload = {} } = (await this.#store.get(id)) ?? {};
      if (this.#templates.size >= KNOWN) this.#templates.clear();
      this.#templates.set(id, templateOf(payload));
    }
    return this.#templates.get(id);
  }
}

type Listed = Pick<StoredRequest, 'id' | 'submittedAt' | 'updatedAt'>;

function templateOf({ origin }: StoredRequest['payload']): string | undefined {
  const { templateRef } = (origin ?? {}) as { templateRef?: string };
  return templateRef;
}

/** Of at least one number. */
function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}
