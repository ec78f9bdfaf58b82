// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { OwnershipEntitiesResponse } from '@fairway/backstage-plugin-ownership-common';
import type {
  CompiledPolicy,
  EnvironmentEntry,
  PolicyEntry,
} from '@fairway/backstage-plugin-ownership-node';

type EnvironmentEntity = OwnershipEntitiesResponse['entities'][number];

/** `isValidObjectName` of the catalog model. */
const ENTITY_NAME = /^(?=.{1,63}$)[A-Za-z0-9]+([-_.][A-Za-z0-9]+)*$/;

/**
 * The environments as catalog Resources, in the order of the file: the policy
 * is the one place that says which there are. One whose name cannot be an
 * entity's is left out.
 */
export function environmentEntities(
  policy: CompiledPolicy,
): EnvironmentEntity[] {
  return [...policy.environments.values()]
    .filter(({ name }) => ENTITY_NAME.test(name))
    .map(environment => toEntity(policy, environment));
}

function toEntity(
  policy: CompiledPolicy,
  environment: EnvironmentEntry,
): EnvironmentEntity {
  const { name, tier, description, aliases } = environment;
  const owners = [...environment.owners].flatMap(
    team => policy.teams.get(team)?.groups ?? [],
  );
  const lists: Record<string, readonly string[]> = {
    accounts: namesOf(environment.accounts),
    clusters: namesOf(environment.clusters),
    networks: namesOf(environment.networks),
    'data-stores': namesOf(environment.stores),
    aliases,
    owners,
  };
  const annotations: Record<string, string> = {
    'fairway.dev/environment': name,
    'fairway.dev/tier': tier,
  };
  for (const [key, values] of Object.entries(lists)) {
    if (values.length) annotations[`fairway.dev/${key}`] = values.join(',');
  }
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name,
      ...(description !== undefined && { description }),
      annotations,
    },
    // Schema: no environment without owners, no team without groups.
    spec: { type: 'environment', owner: owners[0] },
  };
}

function namesOf(entries: readonly PolicyEntry[]): string[] {
  return entries.map(({ name }) => name);
}
