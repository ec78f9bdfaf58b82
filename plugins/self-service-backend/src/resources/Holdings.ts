// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Dispatched, DispatchedStore } from '../dispatch/DispatchedStore';
import type { Resource, ResourceStore } from './ResourceStore';

/** Something that requests have made: a target in Git, or, without a `repoUrl`, what a receiver made. */
export type Held = Resource | Dispatched;

/** Everything that is there by requests, wherever it is. */
export class Holdings {
  readonly #resources: Pick<ResourceStore, 'get' | 'list'>;
  readonly #dispatched: Pick<DispatchedStore, 'get' | 'list'>;

  static create(options: {
    resources: Pick<ResourceStore, 'get' | 'list'>;
    dispatched: Pick<DispatchedStore, 'get' | 'list'>;
  }): Holdings {
    return new Holdings(options);
  }

  private constructor(options: {
    resources: Pick<ResourceStore, 'get' | 'list'>;
    dispatched: Pick<DispatchedStore, 'get' | 'list'>;
  }) {
    this.#resources = options.resources;
    this.#dispatched = options.dispatched;
  }

  async get(id: string): Promise<Held | undefined> {
    return (await this.#resources.get(id)) ?? this.#dispatched.get(id);
  }

  async list(): Promise<Held[]> {
    return [
      ...(await this.#resources.list()),
      ...(await this.#dispatched.list()),
    ];
  }
}
