// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  CHANGE_KIND,
  type ChangePlan,
} from '@fairway/backstage-plugin-self-service-common';
import type { Decision, Execution } from '@fairway/requests-common';
import type { RequestStore, StoredRequest } from '@fairway/requests-node';
import { type KeptOutputs, outputsOf } from '../change/types';

const PAGE = 100;
const EVERYTHING = { refs: [], userRef: '', seesAll: true };
/** Plans that are kept in memory. */
const PLANS = 10_000;

/** A request of kind `change`, with its plan but without its files and diff. */
export type ChangeRequest = Omit<
  StoredRequest,
  'payload' | 'view' | 'plan' | 'outputs'
> & { plan: ChangePlan; outputs: KeptOutputs };

/** What reports, the watch and the catalog read of requests. They are asked often, so plans are read once. */
export class ChangeRequests {
  readonly #store: RequestStore;
  readonly #plans = new Map<string, ChangePlan>();

  static create(options: { store: RequestStore }): ChangeRequests {
    return new ChangeRequests(options.store);
  }

  private constructor(store: RequestStore) {
    this.#store = store;
  }

  /** Those that wait for a decision, oldest first. */
  undecided(): AsyncIterable<ChangeRequest> {
    return this.#list({ decision: ['pending', 'changes-requested'] });
  }

  /** Approved ones in one of these states, oldest first. */
  approved(...execution: Execution[]): AsyncIterable<ChangeRequest> {
    return this.#list({ decision: ['approved'], execution });
  }

  async *#list(filters: {
    decision: Decision[];
    execution?: Execution[];
  }): AsyncIterable<ChangeRequest> {
    let cursor: string | undefined;
    do {
      const page = await this.#store.list(
        {
          ...filters,
          kind: [CHANGE_KIND],
          order: 'oldest',
          limit: PAGE,
          contents: 'left-out',
          cursor,
        },
        EVERYTHING,
      );
      for (const { payload, view, ...request } of page.items) {
        const plan = await this.#planOf(request);
        if (plan) yield { ...request, outputs: outputsOf({ request }), plan };
      }
      cursor = page.nextCursor;
    } while (cursor !== undefined);
  }

  async #planOf({
    id,
    planDigest,
  }: Pick<StoredRequest, 'id' | 'planDigest'>): Promise<
    ChangePlan | undefined
  > {
    const known = this.#plans.get(planDigest);
    if (known) return known;
    const request = await this.#store.get(id);
    if (!request) return undefined;
    const plan = request.plan as ChangePlan;
    if (this.#plans.size >= PLANS) this.#plans.clear();
    this.#plans.set(request.planDigest, plan);
    return plan;
  }
}
