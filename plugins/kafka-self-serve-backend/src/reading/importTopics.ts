// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type ImportAnswer,
  type ImportInput,
  type Problem,
  problem,
  suggestOwners,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { KafkaParts, StoredTopic } from '../domain/ports';
import { kafkaError } from '../errors';
import {
  grantsOf,
  instanceOf,
  type Taken,
  withPatterns,
} from './importPatterns';

/** Most topics written in one statement. */
const AT_ONCE = 1_000;

function isOrphan({ instance, observed }: StoredTopic): boolean {
  return !instance && observed !== undefined && !observed.internal;
}

/**
 * Takes topics over that are on a cluster: what is there becomes what is
 * desired, and the pattern of each becomes its owner's. Nothing is written to
 * the cluster.
 */
export async function importTopics(
  { stores }: Pick<KafkaParts, 'stores'>,
  input: ImportInput,
): Promise<ImportAnswer> {
  const { environment } = input;
  if (!(await stores.environments.get(environment))) {
    throw kafkaError('kafka-environment-not-found', { name: environment });
  }
  const [topics, instances, acls] = await Promise.all([
    stores.topics.all({ environment }),
    stores.applications.instances({ environment }),
    stores.snapshots.acls(environment),
  ]);
  const byName = new Map(topics.map(topic => [topic.name, topic]));
  const wanted = input.all
    ? topics.filter(isOrphan).map(({ name }) => ({ name, instance: undefined }))
    : input.topics;
  const suggested = new Map(
    suggestOwners({ topics: wanted.map(({ name }) => name), acls }).map(
      each => [each.topic, each],
    ),
  );
  const problems: Problem[] = [];
  const taken: Taken[] = [];
  wanted.forEach(({ name, instance }, index) => {
    const where = { path: ['topics', index, 'name'], value: name };
    const topic = byName.get(name);
    const principal = suggested.get(name)?.owner;
    const owner = instance
      ? instances.find(({ id }) => id === instance)
      : principal && instanceOf(instances, principal);
    if (!topic?.observed) {
      problems.push(
        problem('import-topic-missing', { name, environment }, where),
      );
    } else if (!isOrphan(topic)) {
      const values = { name, instance: topic.instance ?? '' };
      problems.push(problem('import-topic-owned', values, where));
    } else if (!owner) {
      // Whoever wants all of them has seen the list of what is left.
      const values = { name, instance: instance ?? principal ?? 'nobody' };
      problems.push(problem('import-owner-unknown', values, where));
    } else {
      taken.push({ topic, owner });
    }
  });
  const grants = input.grants
    ? taken.flatMap(({ topic, owner }) =>
        grantsOf({
          environment,
          topic: topic.name,
          owner,
          readers: suggested.get(topic.name)?.readers ?? [],
          instances,
        }),
      )
    : [];
  await stores.transaction(async bound => {
    await bound.applications.putInstances(withPatterns(taken, instances, acls));
    for (let from = 0; from < taken.length; from += AT_ONCE) {
      await bound.topics.setDesired(
        taken.slice(from, from + AT_ONCE).map(({ topic }) => ({
          environment,
          spec: {
            name: topic.name,
            partitions: topic.observed!.partitions,
            replicationFactor: topic.observed!.replicationFactor,
            configs: topic.observed!.configs,
          },
        })),
      );
    }
    if (grants.length) await bound.grants.put(grants);
  });
  return { imported: taken.length, grants: grants.length, problems };
}
