// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { HeldTarget } from '../change/types';
import type { ResourceStore } from '../resources/ResourceStore';
import type { ChangeRequests } from './ChangeRequests';

/** What is there by merged changes, and what open requests ask for; each target once. */
export async function heldTargets(options: {
  resources: ResourceStore;
  changes: ChangeRequests;
  /** Id of the request that is asked about. */
  without?: string;
}): Promise<HeldTarget[]> {
  const { resources, changes, without } = options;
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
  for (const resource of await resources.list()) {
    if (resource.goneAt) continue;
    const { repoUrl, path, ownerRef, environment, service } = resource;
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

/** What limits may ask about. */
function attributesOf({ lifetime }: { lifetime?: string }) {
  return lifetime ? { attributes: { lifetime } } : {};
}
