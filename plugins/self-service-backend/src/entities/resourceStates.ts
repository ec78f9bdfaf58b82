// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What the catalog shows of resources: those that are there, with the open requests about them laid over.
import type {
  LifetimePhase,
  PlannedTarget,
} from '@fairway/backstage-plugin-self-service-common';
import { phaseOf } from '../lifetimes/toManagedResource';
import type { Lifetime } from '../lifetimes/types';
import type { ChangeRequest } from '../requests/ChangeRequests';
import type { Resource } from '../resources/ResourceStore';

export type ResourceState =
  | 'pending'
  | 'ready'
  | 'expiring'
  | 'changing'
  | 'removing'
  | 'failed'
  | 'gone';

/** The request that an entity speaks of. */
export type EntityRequest = Pick<
  ChangeRequest,
  'id' | 'number' | 'title' | 'requesterRef' | 'ownerRef'
>;

export interface ShownResource
  extends Pick<
    PlannedTarget,
    'path' | 'file' | 'environment' | 'service' | 'account' | 'module'
  > {
  /** Repository and path. */
  key: string;
  repoUrl: string;
  state: ResourceState;
  ownerRef?: string;
  /** How long it is meant to live: `P14D`. */
  lifetime?: string;
  requesterRef: string;
  requestId: string;
  /** Of the open request; left out where nothing is under way. */
  request?: EntityRequest;
  /** Left out where nothing is there yet. */
  applied?: Resource['applied'];
  /** Left out where nothing is there yet. */
  id?: string;
  expiresAt?: Date;
}

/** How the catalog says where something is in its life. */
export const STATES: Record<LifetimePhase, ResourceState> = {
  endless: 'ready',
  counting: 'ready',
  kept: 'ready',
  expiring: 'expiring',
  grace: 'expiring',
  removing: 'expiring',
  gone: 'gone',
};

export const keyOf = (repoUrl: string, path: string) => `${repoUrl}\n${path}`;

/** What is there comes first, so that it keeps its name beside something new of the same name. */
export function resourceStates(options: {
  resources: Resource[];
  /** By the ids of resources. */
  lifetimes?: ReadonlyMap<string, Lifetime>;
  /** Open ones, oldest first. */
  requests: ChangeRequest[];
}): ShownResource[] {
  const shown = new Map<string, ShownResource>();
  const settledAt = new Map<string, Date>();
  for (const {
    mergeSha,
    settledAt: at,
    goneAt,
    ...resource
  } of options.resources) {
    const key = keyOf(resource.repoUrl, resource.path);
    const life = options.lifetimes?.get(resource.id);
    shown.set(key, {
      ...resource,
      key,
      state: STATES[phaseOf({ goneAt }, life)],
      // What stays after a rejection of its removal ends no more.
      ...(life && life.phase !== 'kept' && { expiresAt: life.expiresAt }),
    });
    settledAt.set(key, at);
  }
  const inOrder = [...options.requests].sort((a, b) => a.number - b.number);
  for (const request of inOrder) {
    for (const target of targetsOf(request)) {
      const key = keyOf(request.plan.repoUrl, target.path);
      const existing = shown.get(key);
      const settled = settledAt.get(key);
      // A later change has gone through since this one failed.
      if (settled && settled > request.updatedAt) continue;
      shown.set(key, overlaid(key, { request, target, existing }));
    }
  }
  return [...shown.values()];
}

/** One for each folder; a unit that is replaced is destroyed and deployed. */
function targetsOf({ plan }: ChangeRequest): PlannedTarget[] {
  const byPath = new Map<string, PlannedTarget>();
  for (const target of plan.targets) {
    const known = byPath.get(target.path);
    if (!known || known.action === 'service.destroy') {
      byPath.set(target.path, target);
    }
  }
  return [...byPath.values()];
}

function overlaid(
  key: string,
  options: {
    request: ChangeRequest;
    target: PlannedTarget;
    existing?: ShownResource;
  },
): ShownResource {
  const { request, target, existing } = options;
  const { path, file, environment, service, account, module } = target;
  const { id, number, title, requesterRef, ownerRef } = request;
  const isThere = existing?.applied !== undefined;
  return {
    ...{ key, path, environment, service, account },
    // What is proposed counts once it is merged.
    file: isThere ? existing?.file : file,
    module: (isThere && existing?.module) || module,
    repoUrl: request.plan.repoUrl,
    state: stateOf(request, { target, isThere }),
    ownerRef: (isThere && existing?.ownerRef) || ownerRef,
    // What is there lives as long as was asked for then.
    lifetime: isThere ? existing?.lifetime : request.plan.lifetime,
    id: existing?.id,
    expiresAt: existing?.expiresAt,
    requesterRef,
    requestId: id,
    request: { id, number, title, requesterRef, ownerRef },
    ...(isThere && { applied: existing?.applied }),
  };
}

function stateOf(
  { execution }: ChangeRequest,
  options: { target: PlannedTarget; isThere: boolean },
): ResourceState {
  if (execution === 'failed' || execution === 'partially-applied') {
    return 'failed';
  }
  if (options.target.action === 'service.destroy') return 'removing';
  return options.isThere ? 'changing' : 'pending';
}
