// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What people see of resources and their ends, and what owners do with them. Every move, and every refused one, leaves a
// line in the auditor's log.
import type {
  AuditorService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  type ExtendAnswer,
  LIFETIME_KIND,
  type ListResourcesInput,
  type ResourceDetail,
  type ResourcePage,
  selfServiceRequestPermissions,
} from '@fairway/backstage-plugin-self-service-common';
import type {
  Caller,
  Clock,
  PeopleDirectory,
  RequestService,
} from '@fairway/requests-node';
import { settledNames } from '../entities/resourceNames';
import { selfServiceError } from '../errors';
import type { ResourcePages } from '../resources/ResourcePages';
import type { Held, Holdings } from '../resources/Holdings';
import type { Extending } from './Extending';
import type { LifetimeStore } from './LifetimeStore';
import { checkOwner, isOwner } from './owners';
import { after, inWords } from './times';
import { toManagedResource, toResourceEvent } from './toManagedResource';
import type { Lifetime } from './types';

/** Resources of one page, where nobody says. */
const PAGE = 50;

export interface ManagedResourcesOptions {
  resources: Pick<Holdings, 'get' | 'list'>;
  pages: ResourcePages;
  lifetimes: LifetimeStore;
  extending: Extending;
  directory: PeopleDirectory;
  /** With its own gates. */
  requests: Pick<RequestService, 'create'>;
  permissions: PermissionsService;
  auditor: AuditorService;
  clock: Clock;
  moved: () => Promise<void>;
}

export class ManagedResources {
  readonly #options: ManagedResourcesOptions;

  static create(options: ManagedResourcesOptions): ManagedResources {
    return new ManagedResources(options);
  }

  private constructor(options: ManagedResourcesOptions) {
    this.#options = options;
  }

  /** @throws NotAllowedError `resources-of-others` */
  async list(input: ListResourcesInput, caller: Caller): Promise<ResourcePage> {
    const { lifetimes, pages, resources } = this.#options;
    const { cursor, expiring, limit = PAGE, view = 'mine' } = input;
    if (view === 'all' && !caller.isAdministrator) {
      throw selfServiceError('resources-of-others', { user: caller.actor.ref });
    }
    const refs = await this.#refsOf(caller);
    const { ids, nextCursor } = await pages.page({
      ...(view === 'mine' && { ownerRefs: refs }),
      ...{ expiring, cursor, limit },
    });
    const all = await resources.list();
    const nameOf = settledNames(all);
    const lives = await lifetimes.list(ids);
    const items = [];
    for (const id of ids) {
      const resource = all.find(each => each.id === id);
      if (!resource) continue;
      const life = lives.get(id);
      items.push(await this.#shown(resource, { life, nameOf, refs, caller }));
    }
    return { items, ...(nextCursor && { nextCursor }) };
  }

  /** @throws NotFoundError `resource-not-found` */
  async get(id: string, caller: Caller): Promise<ResourceDetail> {
    const { lifetimes, resources } = this.#options;
    const { resource, life } = await this.#find(id);
    const nameOf = settledNames(await resources.list());
    const refs = await this.#refsOf(caller);
    const shown = await this.#shown(resource, { life, nameOf, refs, caller });
    const history = await lifetimes.history(id);
    return { ...shown, history: history.map(toResourceEvent) };
  }

  /**
   * Up to its maximum at once; beyond it a request is opened that the owners of the environment decide.
   *
   * @throws NotAllowedError `resource-not-yours`, what `Extending` throws, what the request is refused with
   */
  extend(
    id: string,
    input: { until?: Date; by?: string; reason: string },
    caller: Caller,
  ): Promise<ExtendAnswer> {
    return this.#audited('resource-extend', { id, caller }, async () => {
      const { extending } = this.#options;
      const { resource, ...found } = await this.#findOwn(id, caller);
      const { reason } = input;
      const until = input.until ?? this.#later(found.life, input.by!);
      const life = extending.checkLonger(resource, found.life, until);
      const { maximumAt } = await extending.maximumOf(resource, life);
      if (!maximumAt || until <= maximumAt) {
        const actorRef = caller.actor.ref;
        await extending.extend(resource, life, { until, actorRef, reason });
        await this.#options.moved();
        return { resource: await this.get(id, caller) };
      }
      const { request } = await this.#options.requests.create(
        {
          kind: LIFETIME_KIND,
          payload: { resourceId: id, until: until.toISOString() },
          justification: reason,
          idempotencyKey: `extend:${id}:${life.generation}:${until.getTime()}`,
          submit: 'now',
        },
        caller,
      );
      return {
        resource: await this.get(id, caller),
        request: { id: request.id, number: request.number },
      };
    });
  }

  /**
   * Takes back a removal that is asked for, or about to be: it lives once more as long as it was ordered, and no longer
   * than its maximum.
   *
   * @throws ConflictError `lifetime-not-ending`, `lifetime-at-maximum`, and as `extend`
   */
  keep(
    id: string,
    { reason }: { reason: string },
    caller: Caller,
  ): Promise<ResourceDetail> {
    return this.#audited('resource-keep', { id, caller }, async () => {
      const { clock, extending, moved } = this.#options;
      const { resource, life } = await this.#findOwn(id, caller);
      const { path } = resource;
      if (!life || !['grace', 'removing'].includes(life.phase)) {
        throw selfServiceError('lifetime-not-ending', { path });
      }
      const now = clock();
      const { maximumAt } = await extending.maximumOf(resource, life);
      if (maximumAt && maximumAt <= now) {
        throw selfServiceError('lifetime-at-maximum', {
          path,
          maximumAt: inWords(maximumAt),
        });
      }
      const wished = after(now, life.duration);
      const until = maximumAt && maximumAt < wished ? maximumAt : wished;
      const actorRef = caller.actor.ref;
      await extending.extend(resource, life, { until, actorRef, reason });
      await moved();
      return this.get(id, caller);
    });
  }

  #later(life: Lifetime | undefined, by: string): Date {
    const now = this.#options.clock();
    const end = life && life.expiresAt > now ? life.expiresAt : now;
    return after(end, by);
  }

  async #refsOf({ actor }: Caller): Promise<string[]> {
    return [actor.ref, ...(await this.#options.directory.refsOf(actor.ref))];
  }

  async #find(id: string): Promise<{ resource: Held; life?: Lifetime }> {
    const { lifetimes, resources } = this.#options;
    const resource = await resources.get(id);
    if (!resource) throw selfServiceError('resource-not-found', { id });
    return { resource, life: await lifetimes.find(id) };
  }

  async #findOwn(
    id: string,
    caller: Caller,
  ): Promise<{ resource: Held; life?: Lifetime }> {
    const found = await this.#find(id);
    if (!caller.isAdministrator) {
      const refs = await this.#refsOf(caller);
      checkOwner(found.resource, { userRef: caller.actor.ref, refs });
    }
    const { path } = found.resource;
    if (found.resource.goneAt)
      throw selfServiceError('resource-not-found', { id });
    const [{ result }] = await this.#options.permissions.authorize(
      [{ permission: selfServiceRequestPermissions.create }],
      { credentials: caller.actor.credentials! },
    );
    if (result === AuthorizeResult.ALLOW) return found;
    throw selfServiceError('extend-denied', { path, user: caller.actor.ref });
  }

  async #shown(
    resource: Held,
    options: {
      life?: Lifetime;
      nameOf: ReturnType<typeof settledNames>;
      refs: string[];
      caller: Caller;
    },
  ) {
    const { caller, life, nameOf, refs } = options;
    return toManagedResource(resource, {
      life,
      bounds: life
        ? await this.#options.extending.maximumOf(resource, life)
        : {},
      entityName: nameOf(resource),
      mayExtend: caller.isAdministrator || isOwner(resource, refs),
    });
  }

  async #audited<T>(
    eventId: string,
    { id, caller }: { id: string; caller: Caller },
    move: () => Promise<T>,
  ): Promise<T> {
    const event = await this.#options.auditor.createEvent({
      eventId,
      severityLevel: 'medium',
      request: caller.request,
      meta: { resourceId: id },
    });
    try {
      const result = await move();
      await event.success();
      return result;
    } catch (error) {
      await event.fail({ error: toError(error) });
      throw error;
    }
  }
}
