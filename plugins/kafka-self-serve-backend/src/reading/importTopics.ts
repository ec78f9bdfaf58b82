// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type ImportAnswer,
  type ImportInput,
  type OwnerSuggestion,
  type Problem,
  problem,
  type ProblemPath,
  suggestOwners,
  type TopicSpec,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type {
  KafkaParts,
  StoredGrant,
  StoredInstance,
  StoredTopic,
} from '../domain/ports';
import { kafkaError } from '../errors';
import {
  grantsOf,
  instanceOf,
  type Taken,
  withPatterns,
} from './importPatterns';

/** Topics that are read and written at a time; of the others no more than the name and the owner is held. */
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
  const problems: Problem[] = [];
  const taken: Taken[] = [];
  const grants: StoredGrant[] = [];
  for (let from = 0; from < wanted.length; from += AT_ONCE) {
    const some = wanted.slice(from, from + AT_ONCE);
    const names = some.map(({ name }) => name);
    const found = await stores.topics.getMany(environment, names);
    const topics = new Map(found.map(topic => [topic.name, topic]));
    const suggestions = suggestOwners({ topics: names, acls });
    some.forEach((each, at) => {
      const decided = decide(each, {
        environment,
        instances,
        topic: topics.get(each.name),
        suggestion: suggestions[at],
        where: { path: ['topics', from + at, 'name'], value: each.name },
      });
      if ('problem' in decided) {
        problems.push(decided.problem);
        return;
      }
      taken.push(decided);
      if (!input.grants) return;
      const { readers } = suggestions[at];
      grants.push(...grantsOf({ environment, ...decided, readers, instances }));
    });
  }
  const imported = await stores.transaction(async bound => {
    await bound.applications.putInstances(withPatterns(taken, instances, acls));
    let count = 0;
    for (let from = 0; from < taken.length; from += AT_ONCE) {
      const some = taken.slice(from, from + AT_ONCE);
      const names = some.map(({ topic }) => topic);
      const found = await bound.topics.getMany(environment, names);
      const specs = found.flatMap(topic => specOf(topic) ?? []);
      await bound.topics.setDesired(specs.map(spec => ({ environment, spec })));
      count += specs.length;
    }
    if (grants.length) await bound.grants.put(grants);
    return count;
  });
  return { imported, grants: grants.length, problems };
}

/** Whose a topic becomes, or why it becomes nobody's. */
function decide(
  { name, instance }: { name: string; instance?: string },
  options: {
    environment: string;
    instances: readonly StoredInstance[];
    topic: StoredTopic | undefined;
    suggestion: OwnerSuggestion;
    where: { path: ProblemPath; value: string };
  },
): Taken | { problem: Problem } {
  const { environment, instances, topic, suggestion, where } = options;
  const principal = suggestion.owner;
  const owner = instance
    ? instances.find(({ id }) => id === instance)
    : principal && instanceOf(instances, principal);
  if (!topic?.observed) {
    const values = { name, environment };
    return { problem: problem('import-topic-missing', values, where) };
  }
  if (topic.instance) {
    const values = { name, instance: topic.instance };
    return { problem: problem('import-topic-owned', values, where) };
  }
  if (!owner) {
    // Whoever wants all of them has seen the list of what is left.
    const values = { name, instance: instance ?? principal ?? 'nobody' };
    return { problem: problem('import-owner-unknown', values, where) };
  }
  return { topic: name, owner };
}
