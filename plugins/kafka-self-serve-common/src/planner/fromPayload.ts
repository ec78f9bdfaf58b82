// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { TopicConfigDefinitions } from '../configs/types';
import type { KafkaEnvironment } from '../model/environment';
import type { ObservedTopic } from '../model/observed';
import { configsAfter, topicSpecOf } from '../rules/topics';
import type { SubjectPayload } from '../schemas/access';
import type { TopicPayload } from '../schemas/topics';
import type { DesiredState } from './types';

/**
 * What a request for a topic wants of the cluster. Nothing for a topic that is
 * not there, and nothing for the protection, which is ours alone: the rules
 * have said so before.
 *
 * @public
 */
export function desiredOfTopic(options: {
  payload: TopicPayload;
  environment: Pick<KafkaEnvironment, 'defaults' | 'limits'>;
  /** The topic as it is; left out: there is none. */
  observed?: ObservedTopic;
  definitions?: TopicConfigDefinitions;
}): DesiredState {
  const { payload, environment, observed, definitions } = options;
  if (payload.operation === 'create') {
    return { topics: [topicSpecOf({ payload, environment })] };
  }
  if (!observed) return {};
  const { name, partitions, replicationFactor, configs } = observed;
  const topic = { name, partitions, replicationFactor, configs };
  switch (payload.operation) {
    case 'config': {
      const after = configsAfter({ current: configs, payload, definitions });
      return { topics: [{ ...topic, configs: after }] };
    }
    case 'partitions':
      return { topics: [{ ...topic, partitions: payload.partitions }] };
    case 'delete':
      return { deletedTopics: [payload.name] };
    default:
      return {};
  }
}

/** What a request for a subject wants of the registry. @public */
export function desiredOfSubject(payload: SubjectPayload): DesiredState {
  const { name, compatibility } = payload;
  if (payload.operation === 'compatibility') {
    return { subjects: [{ name, compatibility }] };
  }
  const { format, schema, references } = payload;
  return { subjects: [{ name, format, schema, references, compatibility }] };
}

/**
 * What several requests want together. What contradicts itself is refused by
 * the planner; ACLs of several grants belong into one `aclDelta` instead.
 *
 * @public
 */
export function mergeDesired(states: readonly DesiredState[]): DesiredState {
  const all = <K extends keyof DesiredState>(key: K) =>
    states.flatMap<unknown>(state => [...(state[key] ?? [])]);
  const keys: (keyof DesiredState)[] = [
    'topics',
    'deletedTopics',
    'acls',
    'revokedAcls',
    'subjects',
    'deletedSubjects',
    'quotas',
    'scramUsers',
    'deletedScramUsers',
  ];
  return Object.fromEntries(keys.map(key => [key, all(key)]));
}
