// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { KafkaEnvironment } from '../model/environment';
import type { ObservedTopic } from '../model/observed';
import type { TopicSpec } from '../model/resources';
import { type Problem, problem } from '../problems';
import type { PromotePayload } from '../schemas/topics';

/** Whether an environment can stand beside the others: one cluster is one environment. @public */
export function checkEnvironment(options: {
  environment: Pick<KafkaEnvironment, 'name' | 'order' | 'clusterId'>;
  /** Every environment; the same one among them or not. */
  environments: readonly Pick<
    KafkaEnvironment,
    'name' | 'order' | 'clusterId'
  >[];
}): Problem[] {
  const { environment, environments } = options;
  const { name, order, clusterId } = environment;
  return environments
    .filter(other => other.name !== name)
    .flatMap(other => [
      ...(clusterId !== undefined && other.clusterId === clusterId
        ? [
            problem(
              'environment-cluster-taken',
              { clusterId, other: other.name },
              { path: ['connection'], value: clusterId },
            ),
          ]
        : []),
      ...(other.order === order
        ? [
            problem(
              'environment-order-taken',
              { order, other: other.name },
              { path: ['order'], value: order },
            ),
          ]
        : []),
    ]);
}

/** @public */
export function checkEnvironmentDelete(options: {
  name: string;
  /** What it still holds, in words: `3 application instances`, `12 topics`. */
  holds: readonly string[];
}): Problem[] {
  const { name, holds } = options;
  return holds.length > 0
    ? [problem('environment-not-empty', { name, holds: holds.join(', ') })]
    : [];
}

/** Where promotion goes from an environment: the next higher order; undefined from the last. @public */
export function nextEnvironment<E extends Pick<KafkaEnvironment, 'order'>>(
  environments: readonly E[],
  from: Pick<KafkaEnvironment, 'order'>,
): E | undefined {
  return environments
    .filter(({ order }) => order > from.order)
    .sort((one, other) => one.order - other.order)[0];
}

/** @public */
export function checkPromotion(options: {
  payload: PromotePayload;
  environments: readonly KafkaEnvironment[];
  /** Names of the topics of the environment that it is promoted from. */
  sources: Iterable<string>;
}): Problem[] {
  const { payload, environments } = options;
  const { from, to, topics } = payload;
  const start = environments.find(({ name }) => name === from);
  const next = start && nextEnvironment(environments, start)?.name;
  const sources = new Set(options.sources);
  return [
    ...(next === to
      ? []
      : [
          problem(
            'promotion-order',
            { from, to, next: next ?? 'no other: it is the last' },
            { path: ['to'], value: to },
          ),
        ]),
    ...topics.flatMap(({ name }, index) => {
      if (sources.has(name)) return [];
      const where = { path: ['topics', index, 'name'], value: name };
      return [problem('promotion-source-missing', { name, from }, where)];
    }),
  ];
}

/** Belongs to the cluster more than to the topic. */
const OF_THE_CLUSTER = 'min.insync.replicas';

/**
 * A topic as it will be in the next environment: what the request overrides,
 * else what it is where it comes from. Replicas and `min.insync.replicas` are
 * those of the environment it goes to, and partitions never become fewer.
 *
 * @public
 */
export function promotedTopic(options: {
  source: TopicSpec | ObservedTopic;
  to: Pick<KafkaEnvironment, 'defaults'>;
  /** The topic as it is there; left out: it is new. */
  target?: ObservedTopic;
  overrides?: PromotePayload['topics'][number]['overrides'];
}): TopicSpec {
  const { source, to, target, overrides = {} } = options;
  const { [OF_THE_CLUSTER]: inSync, ...configs } = source.configs;
  const inSyncThere =
    target?.configs[OF_THE_CLUSTER] ?? to.defaults.configs[OF_THE_CLUSTER];
  return {
    name: source.name,
    partitions:
      overrides.partitions ??
      Math.max(source.partitions, target?.partitions ?? 0),
    replicationFactor:
      overrides.replicationFactor ??
      target?.replicationFactor ??
      to.defaults.replicationFactor,
    configs: {
      ...to.defaults.configs,
      ...configs,
      ...(inSyncThere !== undefined && { [OF_THE_CLUSTER]: inSyncThere }),
      ...overrides.configs,
    },
  };
}
