// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { KAFKA_TOPIC_CONFIGS } from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { Clusters } from '../domain/clusters';
import type { EnvironmentState, KafkaState, LiveParts } from '../domain/state';
import type { StoredTopic } from '../domain/stored';
import type { KafkaStores } from '../domain/stores';
import { kafkaError } from '../errors';
import { readLive } from './readLive';

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
    options: { live?: LiveParts } = {},
  ): Promise<EnvironmentState> {
    const stores = this.#stores;
    const environments = await stores.environments.list();
    const environment = environments.find(each => each.name === name);
    if (!environment) throw kafkaError('kafka-environment-not-found', { name });
    const policies = (await stores.policies.list()).filter(policy =>
      environment.policyRefs.includes(policy.name),
    );
    const state: EnvironmentState = {
      environment,
      environments,
      applications: await stores.applications.list(),
      instances: await stores.applications.instances({ environment: name }),
      grants: await stores.grants.list({ environment: name }),
      credentials: await stores.credentials.list({ environment: name }),
      topics: await stores.topics.all({ environment: name }),
      policies,
      observed: await stores.snapshots.observed(name),
      definitions: KAFKA_TOPIC_CONFIGS,
      live: false,
    };
    if (!options.live) return state;
    const cluster = await this.#clusters.of(name);
    const observed = await readLive(cluster, state.observed, options.live);
    return {
      ...state,
      observed,
      topics: withObserved(state.topics, observed, options.live),
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
    const observed = found.get(topic.name);
    if (!live.topicList && !looked.has(topic.name)) return topic;
    if (observed) {
      return { ...topic, observed: { ...topic.observed, ...observed } };
    }
    const { observed: _, ...rest } = topic;
    return rest;
  });
}
