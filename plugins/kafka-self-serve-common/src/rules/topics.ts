// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { isCompacted } from '../configs/effective';
import { KAFKA_TOPIC_CONFIGS } from '../configs/definitions';
import { normaliseConfigValue } from '../configs/values';
import type { TopicConfigDefinitions } from '../configs/types';
import type { ApplicationInstance, InstanceUsage } from '../model/application';
import type { KafkaEnvironment, TopicConfigs } from '../model/environment';
import type { ObservedTopic } from '../model/observed';
import type { TopicPolicy } from '../model/policy';
import type { Topic, TopicSpec } from '../model/resources';
import { checkPolicies } from '../policies/checkPolicies';
import { below, type Problem, problem } from '../problems';
import type {
  TopicConfigPayload,
  TopicCreatePayload,
  TopicPartitionsPayload,
} from '../schemas/topics';
import { checkConfigs } from './configs';
import { checkLimits } from './limits';
import { owns, patternsInWords } from './patterns';
import {
  checkKeyOrder,
  checkPartitions,
  checkReplicationFactor,
} from './sizing';
import { checkThere } from './topicDelete';
import { checkTopicName } from './topicNames';

/** What the rules of topics have to know about the place. @public */
export interface TopicRulesContext {
  environment: KafkaEnvironment;
  /** What the broker describes; left out: Kafka 4.4. */
  definitions?: TopicConfigDefinitions;
  /** Live brokers; left out: not known. */
  brokers?: number;
  tieredStorage?: boolean;
  /** The policies that the environment names. */
  policies?: readonly TopicPolicy[];
  /** The owner of the topic, and what it uses now. */
  instance?: ApplicationInstance;
  usage?: InstanceUsage;
}

/** The topic that a request asks for: its own words, then the size, then the environment's defaults. @public */
export function topicSpecOf(options: {
  payload: TopicCreatePayload;
  environment: Pick<KafkaEnvironment, 'defaults' | 'limits'>;
}): TopicSpec {
  const { payload, environment } = options;
  const { defaults, limits } = environment;
  const size = payload.size && limits.sizes?.[payload.size];
  return {
    name: payload.name,
    partitions: payload.partitions ?? size?.partitions ?? defaults.partitions,
    replicationFactor: payload.replicationFactor ?? defaults.replicationFactor,
    configs: {
      ...defaults.configs,
      ...(size && { 'retention.ms': size['retention.ms'] }),
      ...payload.configs,
    },
  };
}

/** Everything that is wrong with a new topic. @public */
export function checkTopicCreate(
  options: TopicRulesContext & {
    payload: TopicCreatePayload;
    /** Every topic on the broker. */
    existing?: Iterable<string>;
    /** Names that other open requests ask for. */
    pending?: Iterable<string>;
  },
): Problem[] {
  const { payload, environment, instance } = options;
  const spec = topicSpecOf({ payload, environment });
  const { name } = spec;
  return [
    ...checkTopicName({ ...options, name }),
    ...checkSize(payload, environment),
    ...checkOwner(instance, name, payload.instance),
    ...checkPartitions({
      ...spec,
      limit: environment.limits.partitionsPerTopic,
    }),
    ...checkReplicationFactor({ ...spec, brokers: options.brokers }),
    ...checkSpec(options, spec),
  ];
}

function checkSize(
  { size }: TopicCreatePayload,
  { displayName, limits: { sizes = {} } }: KafkaEnvironment,
): Problem[] {
  if (!size || sizes[size]) return [];
  const known = Object.keys(sizes).join(', ') || 'none';
  const values = { size, environment: displayName, sizes: known };
  return [problem('size-unknown', values, { path: ['size'], value: size })];
}

function checkOwner(
  instance: ApplicationInstance | undefined,
  name: string,
  id: string,
): Problem[] {
  if (!instance) {
    const where = { path: ['instance'], value: id };
    return [problem('instance-not-found', { instance: id }, where)];
  }
  if (owns(instance, 'TOPIC', name)) return [];
  const owned = patternsInWords(instance, 'TOPIC');
  const values = { name, instance: instance.id, owned };
  const where = { path: ['name'], value: name };
  return [problem('topic-outside-ownership', values, where)];
}

/** Configs, policies and limits of a topic as it will be. */
function checkSpec(
  options: TopicRulesContext,
  spec: TopicSpec,
  before?: ObservedTopic,
): Problem[] {
  const { environment, instance, usage, definitions, policies = [] } = options;
  return [
    ...checkConfigs({ ...options, ...spec, current: before?.configs }),
    ...checkPolicies({ spec, policies, definitions }),
    ...(instance && usage
      ? checkLimits({
          instance,
          environment,
          usage,
          definitions,
          after: spec,
          before,
        })
      : []),
  ];
}

/** @public */
export interface ExistingTopicContext extends TopicRulesContext {
  /** The topic as our records have it; left out: there is none. */
  topic?: Topic;
}

/** Overrides as they will be; a removal drops the key. @public */
export function configsAfter(options: {
  current: TopicConfigs;
  payload: Pick<TopicConfigPayload, 'set' | 'remove'>;
  definitions?: TopicConfigDefinitions;
}): Record<string, string> {
  const { current, payload, definitions = KAFKA_TOPIC_CONFIGS } = options;
  const after = Object.entries({ ...current, ...payload.set })
    .filter(([key]) => !payload.remove.includes(key))
    .map(([key, value]) => [
      key,
      normaliseConfigValue(definitions.get(key), value),
    ]);
  return Object.fromEntries(after);
}

/** Everything that is wrong with other overrides for a topic. @public */
export function checkTopicConfig(
  options: ExistingTopicContext & { payload: TopicConfigPayload },
): Problem[] {
  const { payload, topic, definitions = KAFKA_TOPIC_CONFIGS } = options;
  const there = checkThere(payload.name, topic);
  const both = payload.remove.flatMap((key, index) => {
    const where = { path: ['remove', index], value: key };
    if (Object.hasOwn(payload.set, key)) {
      return [problem('config-set-and-removed', { key }, where)];
    }
    const isKnown =
      definitions.has(key) ||
      Object.hasOwn(topic?.observed?.configs ?? {}, key);
    const suggestion = 'Leave it out.';
    return isKnown
      ? []
      : [problem('config-unknown', { key, suggestion }, where)];
  });
  if (!topic?.observed) return [...there, ...both];
  const { observed } = topic;
  const configs = configsAfter({ ...options, current: observed.configs });
  const spec = { ...observed, configs };
  return [...there, ...both, ...checkSpec(options, spec, observed)].map(found =>
    found.path[0] === 'configs'
      ? { ...found, path: ['set', ...found.path.slice(1)] }
      : found,
  );
}

/** Everything that is wrong with another number of partitions. @public */
export function checkTopicPartitions(
  options: ExistingTopicContext & { payload: TopicPartitionsPayload },
): Problem[] {
  const { payload, topic, environment, definitions } = options;
  const { name, partitions, keyed } = payload;
  const there = checkThere(name, topic);
  if (!topic?.observed) return there;
  const { observed } = topic;
  const { partitions: current, configs } = observed;
  const limit = environment.limits.partitionsPerTopic;
  const unchanged =
    partitions === current
      ? below(
          ['partitions'],
          [problem('partitions-unchanged', { name, partitions })],
        )
      : [];
  const spec = { ...observed, partitions };
  return [
    ...there,
    ...unchanged,
    ...checkPartitions({ name, partitions, current, limit }),
    ...checkKeyOrder({
      name,
      partitions,
      current,
      keyed,
      compacted: isCompacted({ configs, definitions }),
    }),
    // What the topic has already is not asked about again: only what changes.
    ...checkSpec(options, spec, observed).filter(
      ({ code, path }) => code.startsWith('limit-') || path[0] === 'partitions',
    ),
  ];
}
