// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type AclBinding,
  type KafkaPage,
  type OrphansQuery,
  type OrphanView,
  patternMatches,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { KafkaParts, Viewer } from '../domain/ports';

/** What nobody owns, with who has access to it. */
export async function orphanPage(
  { stores }: Pick<KafkaParts, 'stores'>,
  query: OrphansQuery,
  viewer: Viewer,
): Promise<KafkaPage<OrphanView>> {
  const page = await stores.snapshots.orphans(query, viewer);
  const environments = new Set(
    page.items.map(({ environment }) => environment),
  );
  const acls = new Map(
    await Promise.all(
      [...environments].map(
        async name => [name, await stores.snapshots.acls(name)] as const,
      ),
    ),
  );
  return {
    ...page,
    items: page.items.map(orphan => ({
      ...orphan,
      principals: principalsOf(orphan, acls.get(orphan.environment) ?? []),
    })),
    snapshots: await stores.snapshots.info(
      query.environment ?? viewer.environments,
    ),
  };
}

/** Kafka's ACLs know no subjects: those have none. */
function principalsOf(
  { type, name }: Pick<OrphanView, 'name' | 'type'>,
  acls: readonly AclBinding[],
): string[] {
  const concerned = acls.filter(
    ({ permission, resourceType, patternType, resourceName }) =>
      permission === 'ALLOW' &&
      resourceType === type &&
      (resourceName === '*' ||
        patternMatches({ pattern: patternType, name: resourceName }, name)),
  );
  return [...new Set(concerned.map(({ principal }) => principal))].sort();
}
