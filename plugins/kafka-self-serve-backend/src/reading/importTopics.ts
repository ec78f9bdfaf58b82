// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type ImportAnswer,
  type ImportInput,
  type Problem,
  problem,
  suggestOwners,
  type TopicSpec,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { KafkaParts, StoredTopic } from '../domain/ports';
import { kafkaError } from '../errors';
import {
  grantsOf,
  instanceOf,
  type Taken,
  withPatterns,
} from './importPatterns';

/** Topics that are read and written at a time. */
const AT_ONCE = 1_000;

/** What is there becomes what is desired. */
function specOf({ name, observed }: StoredTopic): TopicSpec | undefined {
  if (!observed) return undefined;
  const { partitions, replicationFactor, configs } = observed;
  return { name, partitions, replicationFactor, configs };
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
  const [instances, acls] = await Promise.all([
    stores.applications.instances({ environment }),
    stores.snapshots.acls(environment),
  ]);
  const wanted = input.all
    ? (await stores.topics.orphanNames(environment)).map(name => ({
        name,
        instance: undefined,
      }))
    : input.topics;
  const suggested = new Map(
    suggestOwners({ topics: wanted.map(({ name }) => name), acls }).map(
      each => [each.topic, each],
    ),
  );
  const problems: Problem[] = [];
  const taken: Taken[] = [];
  const decide = (
    { name, instance }: (typeof wanted)[number],
    index: number,
    topic: StoredTopic | undefined,
  ) => {
    const where = { path: ['topics', index, 'name'], value: name };
    const spec = topic && specOf(topic);
    const principal = suggested.get(name)?.owner;
    const owner = instance
      ? instances.find(({ id }) => id === instance)
      : principal && instanceOf(instances, principal);
    if (!spec) {
      problems.push(
        problem('import-topic-missing', { name, environment }, where),
      );
    } else if (topic.instance) {
      const values = { name, instance: topic.instance };
      problems.push(problem('import-topic-owned', values, where));
    } else if (!owner) {
      // Whoever wants all of them has seen the list of what is left.
      const values = { name, instance: instance ?? principal ?? 'nobody' };
      problems.push(problem('import-owner-unknown', values, where));
    } else {
      taken.push({ topic: spec, owner });
    }
  };
  // Of each no more than what becomes desired is kept while the others are read.
  for (let from = 0; from < wanted.length; from += AT_ONCE) {
    const some = wanted.slice(from, from + AT_ONCE);
    const names = some.map(({ name }) => name);
    const found = await stores.topics.getMany(environment, names);
    const byName = new Map(found.map(topic => [topic.name, topic]));
    some.forEach((each, at) => decide(each, from + at, byName.get(each.name)));
  }
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
        taken
          .slice(from, from + AT_ONCE)
          .map(({ topic: spec }) => ({ environment, spec })),
      );
    }
    if (grants.length) await bound.grants.put(grants);
  });
  return { imported: taken.length, grants: grants.length, problems };
}
