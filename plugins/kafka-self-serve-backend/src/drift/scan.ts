// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  Cluster,
  KafkaParts,
  KafkaStores,
  StoredTopic,
} from '../domain/ports';
import { succeededOf } from '../kafka/outcomes';
import { observedTopic } from '../state/readLive';
import { aclDrifts } from './aclDrifts';
import { quotaDrifts } from './quotaDrifts';
import { subjectDrifts } from './subjectDrifts';
import { topicDrifts } from './topicDrifts';
import type { Difference } from './types';

/** Topics described in one call: answers stay small enough for the event loop. */
const AT_ONCE = 500;

/**
 * Compares one environment with what is desired there and keeps what differs.
 * Topics that somebody asked for are read with all of their configs; the rest
 * comes from the snapshot. Changes nothing on the cluster, ever.
 */
export async function scan(
  parts: Pick<KafkaParts, 'clock' | 'clusters' | 'stores'>,
  environment: string,
): Promise<Difference[]> {
  const { stores, clusters, clock } = parts;
  const cluster = await clusters.of(environment);
  const definitions = await cluster.definitions();
  const ofTopics: Difference[] = [];
  for await (const topics of desiredTopics(stores, cluster, environment)) {
    ofTopics.push(...topicDrifts({ topics, definitions }));
  }
  const [subjects, instances, grants, acls, quotas] = await Promise.all([
    stores.subjects.all({ environment }),
    stores.applications.instances({ environment }),
    stores.grants.list({ environment }),
    stores.snapshots.acls(environment),
    stores.snapshots.quotas(environment),
  ]);
  const at = clock().toISOString();
  const differences = [
    ...ofTopics,
    // A cluster without ACLs, or that the portal may not ask, says nothing about them.
    ...(acls.length > 0
      ? aclDrifts({
          environment,
          instances,
          // One whose end is still to be carried out holds.
          grants,
          observed: acls,
          now: at,
        })
      : []),
    ...subjectDrifts(subjects),
    ...quotaDrifts({ environment, instances, observed: quotas }),
  ];
  await stores.drift.replace(environment, differences, { at });
  const stored = await stores.environments.get(environment);
  await stores.environments.setStatus(environment, {
    reachable: true,
    ...stored?.status,
    lastScan: at,
  });
  return differences;
}

/** Topics that somebody asked for, as they are now, some at a time. */
async function* desiredTopics(
  stores: KafkaStores,
  { admin }: Pick<Cluster, 'admin'>,
  environment: string,
): AsyncGenerator<StoredTopic[]> {
  const names = await stores.topics.desiredNames(environment);
  for (let from = 0; from < names.length; from += AT_ONCE) {
    const some = names.slice(from, from + AT_ONCE);
    const seen = succeededOf(await admin.describeTopics(some));
    await stores.topics.setObserved(
      environment,
      [...seen.values()].map(observedTopic),
    );
    yield await stores.topics.getMany(environment, some);
  }
}
