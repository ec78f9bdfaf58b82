// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  LifetimePhase,
  ManagedResource,
  ResourceEvent,
  ResourceLifetime,
} from '@fairway/backstage-plugin-self-service-common';
import { parseRepoUrl } from '@fairway/git-host';
import type { Held } from '../resources/Holdings';
import { removalAt } from './times';
import type { Lifetime, StoredResourceEvent } from './types';

/** What bounds an end, as its module or receiver says it now. */
export interface Bounds {
  maximumAt?: Date;
  protected?: boolean;
}

/** Where it is in its life. */
export function phaseOf(
  { goneAt }: Pick<Held, 'goneAt'>,
  life: Pick<Lifetime, 'phase' | 'warned'> | undefined,
): LifetimePhase {
  if (goneAt) return 'gone';
  if (!life) return 'endless';
  return life.phase === 'counting' && life.warned.length > 0
    ? 'expiring'
    : life.phase;
}

export function toManagedResource(
  resource: Held,
  options: {
    life?: Lifetime;
    bounds: Bounds;
    entityName?: string;
    mayExtend: boolean;
  },
): ManagedResource {
  const { id, path, environment, service, module } = resource;
  const { ownerRef, requesterRef, requestId } = resource;
  const { life, bounds, entityName, mayExtend } = options;
  return {
    id,
    name: path.slice(path.lastIndexOf('/') + 1),
    ...(entityName && { entityRef: `resource:default/${entityName}` }),
    ...placeOf(resource),
    ...{ path, environment, service },
    ...(module && { module }),
    ...(ownerRef && { ownerRef }),
    ...{ requesterRef, requestId },
    phase: phaseOf(resource, life),
    ...(life && { lifetime: lifetimeOf(life, bounds) }),
    mayExtend: mayExtend && life !== undefined && !resource.goneAt,
  };
}

/** Where it is: in a repository, or with who made it. */
export function placeOf(
  resource: Held,
): { repoUrl: string } | { receiver: string } {
  const { repoUrl } = resource;
  return repoUrl === undefined ? { receiver: resource.receiver } : { repoUrl };
}

/** One of all things that requests have made, as requests name what they are about. */
export function refOf(resource: Held): string {
  const { environment, path, repoUrl, service } = resource;
  if (repoUrl === undefined) {
    return `${environment}/${service}:${resource.resource}`;
  }
  const { owner, repo } = parseRepoUrl(repoUrl);
  return `${owner}/${repo}:${path}`;
}

function lifetimeOf(life: Lifetime, bounds: Bounds): ResourceLifetime {
  const { duration, expiresAt, heldBecause, keptBecause } = life;
  const { removalRequestId } = life;
  return {
    duration,
    expiresAt: expiresAt.toISOString(),
    removalAt: removalAt(life).toISOString(),
    ...(bounds.maximumAt && { maximumAt: bounds.maximumAt.toISOString() }),
    ...(bounds.protected && { protected: true as const }),
    ...(heldBecause && { heldBackBecause: heldBecause }),
    ...(keptBecause && { keptBecause }),
    ...(removalRequestId && { removalRequestId }),
  };
}

export function toResourceEvent(event: StoredResourceEvent): ResourceEvent {
  const { at, type, actorRef, message, reason, requestId } = event;
  return {
    at: at.toISOString(),
    ...{ type, actorRef, message },
    ...(reason && { reason }),
    ...(requestId && { requestId }),
  };
}
