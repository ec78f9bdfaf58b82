// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What dispatches have made, and what open ones are about, as the catalog shows it.
import type { Entity } from '@backstage/catalog-model';
import type { DispatchedEntity } from '@fairway/backstage-plugin-self-service-common';
import type { RequestStore } from '@fairway/requests-node';
import { distinctNames, entityName, isEntityName } from '../entities/names';
import { type ResourceState, STATES } from '../entities/resourceStates';
import type { LifetimeStore } from '../lifetimes/LifetimeStore';
import { phaseOf } from '../lifetimes/toManagedResource';
import {
  type Dispatched,
  dispatchKeyOf,
  type DispatchedStore,
} from './DispatchedStore';
import { type OpenDispatch, openDispatches } from './openDispatches';
import { shownOutputsOf } from './types';

/** One that is there, or asked for. */
interface Shown
  extends Pick<
    Dispatched,
    'environment' | 'service' | 'resource' | 'receiver' | 'ownerRef'
  > {
  state: ResourceState;
  entity: DispatchedEntity;
  requestId: string;
  requesterRef: string;
  /** Left out where nothing is there yet. */
  id?: string;
  lifetime?: string;
  expiresAt?: Date;
}

export class DispatchedEntities {
  readonly #store: RequestStore;
  readonly #dispatched: Pick<DispatchedStore, 'list'>;
  readonly #lifetimes: Pick<LifetimeStore, 'list'>;
  readonly #urlOf: (requestId: string) => string;

  static create(options: {
    store: RequestStore;
    dispatched: Pick<DispatchedStore, 'list'>;
    lifetimes: Pick<LifetimeStore, 'list'>;
    urlOf: (requestId: string) => string;
  }): DispatchedEntities {
    return new DispatchedEntities(options);
  }

  private constructor(options: {
    store: RequestStore;
    dispatched: Pick<DispatchedStore, 'list'>;
    lifetimes: Pick<LifetimeStore, 'list'>;
    urlOf: (requestId: string) => string;
  }) {
    this.#store = options.store;
    this.#dispatched = options.dispatched;
    this.#lifetimes = options.lifetimes;
    this.#urlOf = options.urlOf;
  }

  /** @param taken - entities whose names others cannot have */
  async list(taken: Entity[]): Promise<Entity[]> {
    const open: OpenDispatch[] = [];
    for await (const request of openDispatches(this.#store)) open.push(request);
    const shown = new Map<string, Shown>();
    const made = await this.#dispatched.list();
    const lifetimes = await this.#lifetimes.list(made.map(({ id }) => id));
    for (const each of made) {
      const life = lifetimes.get(each.id);
      shown.set(each.path, {
        ...each,
        state: STATES[phaseOf(each, life)],
        // What stays after a rejection of its removal ends no more.
        ...(life && life.phase !== 'kept' && { expiresAt: life.expiresAt }),
      });
    }
    for (const request of open) {
      const key = dispatchKeyOf(request.plan);
      shown.set(key, overlaid(request, shown.get(key)));
    }
    const names = distinctNames([
      ...taken.map(({ metadata }, index) => ({
        key: `taken ${index}`,
        name: metadata.name,
      })),
      ...[...shown].map(([key, { environment, resource }]) => ({
        key,
        name: entityName(environment, resource),
      })),
    ]);
    return [...shown].map(([key, each]) =>
      toEntity(each, { name: names.get(key)!, urlOf: this.#urlOf }),
    );
  }
}

/** What is there stays as it is until the request has come through. */
function overlaid(request: OpenDispatch, there: Shown | undefined): Shown {
  const { execution, id, ownerRef, plan, requesterRef } = request;
  const { environment, operation, receiver, resource, service } = plan;
  const { entity = { type: receiver } } = shownOutputsOf(request);
  const lifetime = plan.lifetime;
  const before = { environment, service, resource, receiver, ownerRef, entity };
  const underWay = operation === 'delete' ? 'removing' : 'changing';
  const failed = execution === 'failed' || execution === 'partially-applied';
  const state = there ? underWay : 'pending';
  return {
    ...(there ?? { ...before, ...(lifetime && { lifetime }) }),
    requestId: id,
    requesterRef,
    state: failed ? 'failed' : state,
  };
}

function toEntity(
  shown: Shown,
  options: { name: string; urlOf: (requestId: string) => string },
): Entity {
  const { entity, environment, expiresAt, lifetime, requestId } = shown;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: options.name,
      title: entity.title ?? shown.resource,
      ...(entity.description && { description: entity.description }),
      annotations: {
        'fairway.dev/state': shown.state,
        'fairway.dev/request': requestId,
        'fairway.dev/requester': shown.requesterRef,
        'fairway.dev/receiver': shown.receiver,
        'fairway.dev/path': dispatchKeyOf(shown),
        'fairway.dev/environment': environment,
        'fairway.dev/service': shown.service,
        ...(lifetime && { 'fairway.dev/lifetime': lifetime }),
        ...(expiresAt && {
          'fairway.dev/expires-at': expiresAt.toISOString(),
        }),
        ...(shown.id && { 'fairway.dev/resource-id': shown.id }),
      },
      links: [
        ...(entity.links ?? []),
        {
          url: options.urlOf(requestId),
          title: 'Last request',
          type: 'fairway-request',
        },
      ],
    },
    spec: {
      type: entity.type,
      owner: shown.ownerRef ?? shown.requesterRef,
      ...(isEntityName(environment) && {
        dependsOn: [`resource:default/${environment}`],
      }),
    },
  };
}
