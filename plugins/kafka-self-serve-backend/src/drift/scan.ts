// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  Cluster,
  KafkaParts,
  KafkaStores,
  TopicObservation,
} from '../domain/ports';
import { succeededOf } from '../kafka/outcomes';
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
  await readDesired(stores, cluster, environment);
  const [topics, subjects, instances, grants, acls, quotas, definitions] =
    await Promise.all([
      stores.topics.all({ environment }),
      stores.subjects.all({ environment }),
      stores.applications.instances({ environment }),
      stores.grants.list({ environment }),
      stores.snapshots.acls(environment),
      stores.snapshots.quotas(environment),
      cluster.definitions(),
    ]);
  const at = clock().toISOString();
  const differences = [
    ...topicDrifts({ topics, definitions }),
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
  return differences;
}

async function readDesired(
  stores: KafkaStores,
  { admin }: Pick<Cluster, 'admin'>,
  environment: string,
): Promise<void> {
  const names = (await stores.topics.all({ environment }))
    .filter(({ desired, observed }) => desired && observed)
    .map(({ name }) => name);
  for (let from = 0; from < names.length; from += AT_ONCE) {
    const described = succeededOf(
      await admin.describeTopics(names.slice(from, from + AT_ONCE)),
    );
    const observations = [...described.values()].map(
      ({ name, topicId, partitions, replicationFactor, configs }) =>
        ({
          name,
          topicId,
          partitions,
          replicationFactor,
          configs,
        } satisfies TopicObservation),
    );
    await stores.topics.setObserved(environment, observations);
  }
}
