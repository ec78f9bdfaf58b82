// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Clock } from '@fairway/backstage-plugin-ownership-node';

const KEPT_MS = 10 * 60_000;
const PAGE = 1_000;

/** All groups of the catalog, to warn of a team whose group it lacks; asked for every ten minutes. */
export class CatalogGroups {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #clock: Clock;
  #known?: { refs: string[]; at: number };

  constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    clock: Clock;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#clock = options.clock;
  }

  /** Undefined while the catalog does not answer, or has no group yet: then nothing can be said. */
  async refs(): Promise<string[] | undefined> {
    const now = this.#clock().getTime();
    const age = this.#known ? now - this.#known.at : Infinity;
    if (!this.#known || age < 0 || age >= KEPT_MS) {
      try {
        this.#known = { refs: await this.#read(), at: now };
      } catch {
        return undefined;
      }
      // An empty catalog is one that is still being filled: ask again soon.
      if (!this.#known.refs.length) this.#known = undefined;
    }
    return this.#known?.refs;
  }

  async #read(): Promise<string[]> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const refs: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.#catalog.queryEntities(
        {
          fields: ['kind', 'metadata.name', 'metadata.namespace'],
          limit: PAGE,
          ...(cursor ? { cursor } : { filter: { kind: 'group' } }),
        },
        { credentials },
      );
      refs.push(...page.items.map(stringifyEntityRef));
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    return refs;
  }
}
