// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { HeldTarget } from '../change/types';
import {
  type DispatchedStore,
  dispatchKeyOf,
} from '../dispatch/DispatchedStore';
import { openDispatches } from '../dispatch/openDispatches';
import type { RequestStore } from '@fairway/requests-node';
import type { ResourceStore } from '../resources/ResourceStore';
import type { ChangeRequests } from './ChangeRequests';

/** What is there by changes and dispatches, and what open requests ask for; each target once. */
export async function heldTargets(options: {
  resources: ResourceStore;
  dispatched: Pick<DispatchedStore, 'list'>;
  changes: ChangeRequests;
  store: Pick<RequestStore, 'list'>;
  /** Id of the request that is asked about. */
  without?: string;
}): Promise<HeldTarget[]> {
  const { changes, dispatched, resources, store, without } = options;
  const held = new Map<string, HeldTarget>();
  for (const requests of [
    changes.undecided(),
    changes.approved('queued', 'running', 'waiting', 'failed'),
  ]) {
    for await (const { id, plan, ownerRef } of requests) {
      if (id === without) continue;
      for (const { path, action, environment, service } of plan.targets) {
        if (action === 'service.destroy') continue;
        const { repoUrl } = plan;
        held.set(`${repoUrl}\n${path}`, {
          repoUrl,
          path,
          ownerRef,
          environment,
          service,
          ...attributesOf(plan),
        });
      }
    }
  }
  for await (const { id, ownerRef, plan } of openDispatches(store)) {
    if (id === without || plan.operation === 'delete') continue;
    const path = dispatchKeyOf(plan);
    const { environment, service } = plan;
    held.set(`\n${path}`, {
      repoUrl: '',
      ...{ path, ownerRef, environment, service },
      ...attributesOf(plan),
    });
  }
  for (const resource of [
    ...(await resources.list()),
    ...(await dispatched.list()),
  ]) {
    if (resource.goneAt) continue;
    const { repoUrl = '', path, ownerRef, environment, service } = resource;
    held.set(`${repoUrl}\n${path}`, {
      repoUrl,
      path,
      ownerRef,
      environment,
      service,
      ...attributesOf(resource),
    });
  }
  return [...held.values()];
}

/** The same for the kinds of an engine, which are made before it. */
export function laterHeldTargets(
  stores: Pick<Parameters<typeof heldTargets>[0], 'resources' | 'dispatched'>,
) {
  const own: { engine?: { store: RequestStore }; changes?: ChangeRequests } =
    {};
  return {
    held: ({ without }: { without?: string }) =>
      heldTargets({
        ...stores,
        changes: own.changes!,
        store: own.engine!.store,
        without,
      }),
    begin: (made: Required<typeof own>) => void Object.assign(own, made),
  };
}

/** What limits may ask about. */
function attributesOf({ lifetime }: { lifetime?: string }) {
  return lifetime ? { attributes: { lifetime } } : {};
}
