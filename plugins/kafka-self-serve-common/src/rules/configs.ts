// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { KAFKA_TOPIC_CONFIGS } from '../configs/definitions';
import { nearest } from '../configs/nearest';
import type { TopicConfigDefinitions } from '../configs/types';
import { configValueFault } from '../configs/values';
import { effectiveConfig } from '../configs/effective';
import type { TopicConfigs } from '../model/environment';
import { type Problem, problem } from '../problems';
import { checkTieredStorage } from './tieredStorage';

/** @public */
export interface ConfigsCheck {
  /** All overrides as they will be. */
  configs: TopicConfigs;
  replicationFactor: number;
  /** What the broker describes; left out: Kafka 4.4. */
  definitions?: TopicConfigDefinitions;
  /** Overrides of the topic that is there. */
  current?: TopicConfigs;
  /** Whether the cluster has tiered storage; left out: it has not. */
  tieredStorage?: boolean;
}

/** Keys, values, and the values that have to fit each other. @public */
export function checkConfigs(options: ConfigsCheck): Problem[] {
  const { configs, definitions = KAFKA_TOPIC_CONFIGS } = options;
  const problems = Object.entries(configs).flatMap(([key, value]) =>
    checkConfig(definitions, key, value),
  );
  // Values that cannot be read cannot be compared either.
  return problems.length > 0
    ? problems
    : [
        ...checkMinInsync(options),
        ...checkCompactionLags(options),
        ...checkTieredStorage(options),
      ];
}

function checkConfig(
  definitions: TopicConfigDefinitions,
  key: string,
  value: string,
): Problem[] {
  const where = { path: ['configs', key], value };
  const definition = definitions.get(key);
  if (!definition) {
    const like = nearest(key, definitions.keys());
    const suggestion = like
      ? `Did you mean ${like}?`
      : 'Leave it out, or use a config that the environment lists.';
    return [problem('config-unknown', { key, suggestion }, where)];
  }
  const fault = configValueFault(definition, value);
  return fault
    ? [problem('config-value-invalid', { key, value, fault }, where)]
    : [];
}

const at = (configs: TopicConfigs, key: string, otherwise: string) =>
  Object.hasOwn(configs, key) ? ['configs', key] : [otherwise];

function checkMinInsync(options: ConfigsCheck): Problem[] {
  const { configs, replicationFactor } = options;
  const key = 'min.insync.replicas';
  const value = effectiveConfig(options, key);
  if (value === undefined) return [];
  const where = { path: at(configs, key, 'replicationFactor'), value };
  if (Number(value) > replicationFactor) {
    const values = { value, replicationFactor };
    return [problem('min-insync-above-replication', values, where)];
  }
  return Number(value) === replicationFactor && replicationFactor > 1
    ? [problem('min-insync-equals-replication', { value }, where)]
    : [];
}

function checkCompactionLags(options: ConfigsCheck): Problem[] {
  const value = effectiveConfig(options, 'min.compaction.lag.ms');
  const max = effectiveConfig(options, 'max.compaction.lag.ms');
  if (value === undefined || max === undefined) return [];
  if (BigInt(value) <= BigInt(max)) return [];
  const key = Object.hasOwn(options.configs, 'min.compaction.lag.ms')
    ? 'min.compaction.lag.ms'
    : 'max.compaction.lag.ms';
  const where = { path: ['configs', key], value };
  return [problem('config-compaction-lag', { value, max }, where)];
}
