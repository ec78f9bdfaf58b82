// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';
import {
  topicDrift,
  type TopicConfigDefinitions,
  type TopicSpec,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { FieldChange } from '@fairway/requests-common';
import type { StoredTopic, TopicObservation } from '../domain/ports';
import { driftId } from './driftId';
import type { Difference } from './types';

/** Topics that are not as they should be. Those that are being deleted are left alone. */
export function topicDrifts(options: {
  topics: readonly StoredTopic[];
  definitions: TopicConfigDefinitions;
}): Difference[] {
  return options.topics.flatMap(topic => {
    const { desired, observed, deleteAfter, wasObserved } = topic;
    if (!desired || deleteAfter !== undefined) return [];
    if (!observed) return wasObserved ? [missing(topic, desired)] : [];
    const { definitions } = options;
    const changes = topicDrift({ desired, observed, definitions });
    return changes.length ? [changed(topic, desired, observed, changes)] : [];
  });
}

function missing(topic: StoredTopic, desired: TopicSpec): Difference {
  const { environment, name, instance } = topic;
  const kind = 'topic-missing';
  const { partitions, replicationFactor, configs } = desired;
  return {
    id: driftId({ environment, kind, name }),
    environment,
    kind,
    name,
    instance,
    title: `The topic ${name} is gone from the cluster`,
    changes: [],
    ...(instance && {
      repair: {
        kind: 'kafka.topic',
        payload: {
          operation: 'create',
          environment,
          instance,
          name,
          partitions,
          replicationFactor,
          configs: { ...configs },
        },
      },
    }),
  };
}

function changed(
  topic: StoredTopic,
  desired: TopicSpec,
  observed: TopicObservation,
  changes: FieldChange[],
): Difference {
  const { environment, name, instance } = topic;
  const kind = 'topic-changed';
  const payload = repairOf(environment, desired, observed);
  return {
    // What changes again is another difference: an old choice says nothing about it.
    id: driftId({ environment, kind, name, key: JSON.stringify(changes) }),
    environment,
    kind,
    name,
    instance,
    title: `The topic ${name} was changed on the cluster`,
    changes,
    ...(payload && { repair: { kind: 'kafka.topic', payload } }),
  };
}

/** What puts one of them right: partitions first, then configs. Fewer partitions, or other replicas, can only be adopted. */
function repairOf(
  environment: string,
  desired: TopicSpec,
  observed: TopicObservation,
): JsonObject | undefined {
  const { name, partitions, configs } = desired;
  if (partitions > observed.partitions) {
    return { operation: 'partitions', environment, name, partitions };
  }
  const set = Object.fromEntries(
    Object.entries(configs).filter(
      ([key, value]) => observed.configs[key] !== value,
    ),
  );
  const remove = Object.keys(observed.configs).filter(key => !(key in configs));
  return Object.keys(set).length || remove.length
    ? { operation: 'config', environment, name, set, remove }
    : undefined;
}
