// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  ownerOf,
  type Topic,
  type TopicRulesContext,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { EnvironmentState, StoredInstance } from '../../domain/ports';
import type { Standing } from './types';

export function instanceOf(
  { instances }: EnvironmentState,
  id: string | undefined,
): StoredInstance | undefined {
  return instances.find(instance => instance.id === id);
}

/** Those who own an instance ask for it; for one that is not there nobody but administrators can. */
export function standingOf(
  instance: StoredInstance | undefined,
  id = 'an unknown application instance',
): Standing {
  return {
    ownerRefs: instance ? [instance.ownerRef] : [],
    subject: `the application instance ${instance?.id ?? id}`,
  };
}

/** A topic with what the cluster says of it now. */
export function topicOf(
  state: EnvironmentState,
  name: string,
): Topic | undefined {
  const { environment, instances, observed, topics } = state;
  const stored = topics.find(topic => topic.name === name);
  const found = observed.topics.find(topic => topic.name === name);
  if (!stored && !found) return undefined;
  const { instance, observed: _, ...row } = stored ?? {};
  return {
    deletionProtection: false,
    phase: 'ready',
    ...row,
    environment: environment.name,
    name,
    owner: ownerOf(instances, 'TOPIC', name)?.id ?? instance,
    ...(found && { observed: found }),
  };
}

export function ownerOfTopic(
  state: EnvironmentState,
  name: string,
): StoredInstance | undefined {
  return instanceOf(state, topicOf(state, name)?.owner);
}

/** What the rules of topics have to know. */
export function rulesContext(
  state: EnvironmentState,
  instance: StoredInstance | undefined,
): TopicRulesContext {
  const { environment, definitions, policies, observed, usages } = state;
  return {
    environment,
    definitions,
    policies,
    brokers: observed.brokers,
    ...(instance && { instance, usage: usages.get(instance.id) }),
  };
}
