// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { CatalogLifetime } from '@fairway/iac';
import { parseDuration } from '@fairway/requests-common';
import type { Receiver } from '../dispatch/receivers/types';
import { selfServiceError } from '../errors';
import type { VettedModules } from '../modules/VettedModules';

/** Who says how long something may live: the list of modules about its module, the configuration about its receiver. */
export interface Bounded {
  module?: { name: string };
  receiver?: string;
}

/** How long things may live, as it is said now; nothing where nobody says. */
export class LifetimeRules {
  readonly #modules: Pick<VettedModules, 'lifetimeOf'>;
  readonly #receivers: ReadonlyMap<string, CatalogLifetime>;

  static create(options: {
    modules: Pick<VettedModules, 'lifetimeOf'>;
    /** A template is not asked: whoever calls the API needs none. */
    receivers: readonly Receiver[];
  }): LifetimeRules {
    return new LifetimeRules(options);
  }

  private constructor(options: {
    modules: Pick<VettedModules, 'lifetimeOf'>;
    receivers: readonly Receiver[];
  }) {
    this.#modules = options.modules;
    this.#receivers = new Map(
      options.receivers.map(({ name, lifetime = {} }) => [name, lifetime]),
    );
  }

  async of({ module, receiver }: Bounded): Promise<CatalogLifetime> {
    if (module) return this.#modules.lifetimeOf(module.name);
    return (receiver && this.#receivers.get(receiver)) || {};
  }

  /**
   * How long something is meant to live, when it is ordered.
   *
   * @throws InputError `lifetime-too-long`, `lifetime-of-protected`
   */
  async check(
    ordered: Bounded & { path: string },
    lifetime: string,
  ): Promise<void> {
    const { module, path, receiver } = ordered;
    const { maximum, protected: isProtected } = await this.of(ordered);
    if (module && isProtected) {
      throw selfServiceError('lifetime-of-protected', {
        path,
        module: module.name,
      });
    }
    if (maximum && parseDuration(lifetime) > parseDuration(maximum)) {
      throw selfServiceError('lifetime-too-long', {
        path,
        lifetime,
        by: module ? `module "${module.name}"` : `receiver "${receiver}"`,
        maximum,
      });
    }
  }
}
