// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { KAFKA_TOPIC_CONFIGS } from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { Clusters } from '../domain/clusters';
import type {
  EnvironmentState,
  KafkaState,
  LiveParts,
  Touched,
} from '../domain/state';
import type { StoredTopic } from '../domain/stored';
import type { KafkaStores } from '../domain/stores';
import { kafkaError } from '../errors';
import { observedTopic, readLive } from './readLive';
import { readTouched } from './readTouched';

/** Desired and observed out of the stores, with what is asked for live out of the cluster. */
export class StoredState implements KafkaState {
  readonly #stores: KafkaStores;
  readonly #clusters: Clusters;

  static create(options: {
    stores: KafkaStores;
    clusters: Clusters;
  }): StoredState {
    return new StoredState(options);
  }

  private constructor(options: { stores: KafkaStores; clusters: Clusters }) {
    this.#stores = options.stores;
    this.#clusters = options.clusters;
  }

  async load(
    name: string,
    touched: Touched,
    options: { live?: LiveParts } = {},
  ): Promise<EnvironmentState> {
    const stores = this.#stores;
    const environments = await stores.environments.list();
    const environment = environments.find(each => each.name === name);
    if (!environment) throw kafkaError('kafka-environment-not-found', { name });
    const policies = (await stores.policies.list()).filter(policy =>
      environment.policyRefs.includes(policy.name),
    );
    const found = await readTouched(stores, name, touched);
    const state: EnvironmentState = {
      ...found,
      environment,
      environments,
      policies,
      observed: {
        topics: found.topics.flatMap(({ observed }) =>
          observed ? [observedTopic(observed)] : [],
        ),
        acls: [],
        subjects: [],
      },
      definitions: KAFKA_TOPIC_CONFIGS,
      live: false,
      keepsAcls: true,
    };
    if (!options.live) return state;
    const cluster = await this.#clusters.of(name);
    const live = await readLive(cluster, state, {
      touched,
      parts: options.live,
    });
    return {
      ...state,
      ...live,
      topics: withObserved(state.topics, live.observed, options.live),
      definitions: await cluster.definitions(),
      live: true,
    };
  }
}

/** Stored topics with what was just seen of them. */
function withObserved(
  topics: readonly StoredTopic[],
  { topics: seen }: EnvironmentState['observed'],
  live: LiveParts,
): StoredTopic[] {
  const looked = new Set(live.topics);
  const found = new Map(seen.map(topic => [topic.name, topic]));
  return topics.map(topic => {
    if (!looked.has(topic.name)) return topic;
    const observed = found.get(topic.name);
    if (observed) {
      return { ...topic, observed: { ...topic.observed, ...observed } };
    }
    const { observed: _, ...rest } = topic;
    return rest;
  });
}
