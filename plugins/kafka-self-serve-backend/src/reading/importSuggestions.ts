// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type ImportSuggestion,
  type KafkaPage,
  suggestOwners,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { KafkaParts, StoredInstance, Viewer } from '../domain/ports';
import { instanceOf } from './importPatterns';

const PAGE = 20;

/** The first pattern of groups that an instance owns. */
function groupOf(instance: StoredInstance | undefined): string | undefined {
  return instance?.patterns.find(({ type }) => type === 'GROUP')?.name;
}

/** Orphans of an environment with who seems to own them, a page at a time. */
export async function importSuggestions(
  { stores }: Pick<KafkaParts, 'stores'>,
  query: { environment: string; cursor?: string; limit?: number },
  viewer: Viewer,
): Promise<KafkaPage<ImportSuggestion>> {
  const { environment, cursor, limit = PAGE } = query;
  const page = await stores.snapshots.orphans(
    { environment: [environment], type: ['TOPIC'], cursor, limit },
    viewer,
  );
  const [acls, instances] = await Promise.all([
    stores.snapshots.acls(environment),
    stores.applications.instances({ environment }),
  ]);
  const suggestions = suggestOwners({
    topics: page.items.map(({ name }) => name),
    acls,
  });
  const of = (principal: string) => ({
    principal,
    instance: instanceOf(instances, principal)?.id,
  });
  return {
    ...page,
    items: suggestions.map(({ topic, owner, writers, readers }) => ({
      environment,
      topic,
      owners: writers.map(principal => ({
        ...of(principal),
        reason:
          principal === owner
            ? 'It alone may write'
            : 'It may write, as others may',
      })),
      grants: readers.map(principal => ({
        ...of(principal),
        access: 'CONSUME' as const,
        group: groupOf(instanceOf(instances, principal)),
      })),
    })),
    snapshots: await stores.snapshots.info([environment]),
  };
}
