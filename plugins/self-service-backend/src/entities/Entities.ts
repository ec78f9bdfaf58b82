// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { DispatchedEntities } from '../dispatch/DispatchedEntities';
import { wordsOf } from '../errors';
import type { LifetimeStore } from '../lifetimes/LifetimeStore';
import type { VettedModules } from '../modules/VettedModules';
import type { ChangeRequest, ChangeRequests } from '../requests/ChangeRequests';
import type { ResourceStore } from '../resources/ResourceStore';
import { isEntityName } from './names';
import { resourceNames } from './resourceNames';
import { resourceStates } from './resourceStates';
import { toModuleEntity, toResourceEntity } from './toEntity';

/** Everything of an approved request that is not at its end. */
const UNDER_WAY = [
  ...(['none', 'queued', 'running', 'waiting'] as const),
  ...(['failed', 'partially-applied'] as const),
];

export interface EntitiesOptions {
  changes: ChangeRequests;
  resources: ResourceStore;
  dispatched: DispatchedEntities;
  lifetimes: LifetimeStore;
  modules: VettedModules;
  urlOf: (requestId: string) => string;
  moduleUrlOf: (name: string) => string;
  logger: LoggerService;
}

/** The entities of this plugin: resources that are there or asked for, and the vetted modules. */
export class Entities {
  readonly #options: EntitiesOptions;
  /** The last list that could be read. */
  #modules: Entity[] = [];

  static create(options: EntitiesOptions): Entities {
    return new Entities(options);
  }

  private constructor(options: EntitiesOptions) {
    this.#options = options;
  }

  async list(): Promise<Entity[]> {
    const resources = await this.#resourceEntities();
    const dispatched = await this.#options.dispatched.list(resources);
    return [...resources, ...dispatched, ...(await this.#moduleList())];
  }

  async #resourceEntities(): Promise<Entity[]> {
    const { changes, lifetimes, resources, urlOf } = this.#options;
    const requests: ChangeRequest[] = [];
    for await (const request of changes.undecided()) requests.push(request);
    for await (const request of changes.approved(...UNDER_WAY)) {
      requests.push(request);
    }
    // Read last: what was settled meanwhile is there twice rather than not at all.
    const shown = resourceStates({
      requests,
      resources: await resources.list(),
      lifetimes: await lifetimes.list(),
    });
    const names = resourceNames(shown);
    return shown.map(resource =>
      toResourceEntity(resource, { name: names.get(resource.key)!, urlOf }),
    );
  }

  /** A list that cannot be read takes no module out of the catalog. */
  async #moduleList(): Promise<Entity[]> {
    const { logger, modules, moduleUrlOf } = this.#options;
    try {
      this.#modules = (await modules.list())
        .filter(({ name }) => isEntityName(name))
        .map(module => toModuleEntity(module, { urlOf: moduleUrlOf }));
    } catch (error) {
      logger.warn('The vetted modules cannot be read for the catalog', {
        problem: wordsOf(error),
      });
    }
    return this.#modules;
  }
}
