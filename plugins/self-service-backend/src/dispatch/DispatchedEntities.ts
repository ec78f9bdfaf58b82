// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What dispatches have made, and what open ones are about, as the catalog shows it.
import type { Entity } from '@backstage/catalog-model';
import {
  DISPATCH_KIND,
  type DispatchedEntity,
  type DispatchPlan,
} from '@fairway/backstage-plugin-self-service-common';
import { parseDuration } from '@fairway/requests-common';
import type { RequestStore, StoredRequest } from '@fairway/requests-node';
import { distinctNames, entityName, isEntityName } from '../entities/names';
import type { ResourceState } from '../entities/resourceStates';
import {
  type Dispatched,
  dispatchKeyOf,
  type DispatchedStore,
} from './DispatchedStore';
import { shownOutputsOf } from './types';

const PAGE = 100;
const EVERYTHING = { refs: [], userRef: '', seesAll: true };
const OPEN = [
  { decision: ['pending' as const, 'changes-requested' as const] },
  {
    decision: ['approved' as const],
    execution: [
      ...(['none', 'queued', 'running', 'waiting'] as const),
      ...(['failed', 'partially-applied'] as const),
    ],
  },
];

type Open = StoredRequest & { plan: DispatchPlan & { resource: string } };

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
  lifetime?: string;
  expiresAt?: Date;
}

export class DispatchedEntities {
  readonly #store: RequestStore;
  readonly #dispatched: Pick<DispatchedStore, 'list'>;
  readonly #urlOf: (requestId: string) => string;

  static create(options: {
    store: RequestStore;
    dispatched: Pick<DispatchedStore, 'list'>;
    urlOf: (requestId: string) => string;
  }): DispatchedEntities {
    return new DispatchedEntities(options);
  }

  private constructor(options: {
    store: RequestStore;
    dispatched: Pick<DispatchedStore, 'list'>;
    urlOf: (requestId: string) => string;
  }) {
    this.#store = options.store;
    this.#dispatched = options.dispatched;
    this.#urlOf = options.urlOf;
  }

  /** @param taken - entities whose names others cannot have */
  async list(taken: Entity[]): Promise<Entity[]> {
    const open: Open[] = [];
    for await (const request of this.#open()) open.push(request);
    const shown = new Map<string, Shown>();
    for (const made of await this.#dispatched.list()) {
      shown.set(dispatchKeyOf(made), {
        ...made,
        state: 'ready',
        expiresAt: endOf(made),
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

  async *#open(): AsyncIterable<Open> {
    for (const filters of OPEN) {
      let cursor: string | undefined;
      do {
        const page = await this.#store.list(
          {
            ...filters,
            kind: [DISPATCH_KIND],
            order: 'oldest',
            limit: PAGE,
            cursor,
          },
          EVERYTHING,
        );
        for (const request of page.items) {
          if ((request.plan as DispatchPlan).resource) yield request as Open;
        }
        cursor = page.nextCursor;
      } while (cursor !== undefined);
    }
  }
}

function endOf({ lifetime, settledAt }: Dispatched): Date | undefined {
  return lifetime
    ? new Date(settledAt.getTime() + parseDuration(lifetime))
    : undefined;
}

/** What is there stays as it is until the request has come through. */
function overlaid(request: Open, there: Shown | undefined): Shown {
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
        'fairway.dev/environment': environment,
        'fairway.dev/service': shown.service,
        ...(lifetime && { 'fairway.dev/lifetime': lifetime }),
        ...(expiresAt && {
          'fairway.dev/expires-at': expiresAt.toISOString(),
        }),
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
