// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { effectiveConfig } from '../configs/effective';
import type { TopicConfigDefinitions } from '../configs/types';
import type {
  ApplicationInstance,
  ClientQuota,
  InstanceUsage,
} from '../model/application';
import type { InstanceLimits, KafkaEnvironment } from '../model/environment';
import type { TopicSpec } from '../model/resources';
import { type Problem, problem } from '../problems';

type Sized = Pick<TopicSpec, 'partitions' | 'replicationFactor' | 'configs'>;

/**
 * Bytes of disk that a topic may take: `retention.bytes` × partitions ×
 * replicas. Undefined when its retention sets no limit.
 *
 * @public
 */
export function topicBytes(
  topic: Sized,
  definitions?: TopicConfigDefinitions,
): number | undefined {
  const { configs, partitions, replicationFactor } = topic;
  const kept = effectiveConfig({ configs, definitions }, 'retention.bytes');
  const bytes = Number(kept ?? -1);
  return bytes < 0 ? undefined : bytes * partitions * replicationFactor;
}

/** What topics use up; one without a limit of bytes counts none. @public */
export function usageOf(
  topics: Iterable<Sized>,
  definitions?: TopicConfigDefinitions,
): InstanceUsage {
  const usage: InstanceUsage = { topics: 0, partitions: 0, bytes: 0 };
  for (const topic of topics) {
    usage.topics += 1;
    usage.partitions += topic.partitions;
    usage.bytes += topicBytes(topic, definitions) ?? 0;
  }
  return usage;
}

/** The limits that hold for an instance: its own, else the environment's. @public */
export function limitsOf(
  instance: Pick<ApplicationInstance, 'limits'>,
  environment?: Pick<KafkaEnvironment, 'limits'>,
): InstanceLimits {
  return { ...environment?.limits.instance, ...instance.limits };
}

/** Whether a topic, new or changed, fits into what its owner may have. @public */
export function checkLimits(options: {
  instance: Pick<ApplicationInstance, 'id' | 'limits'>;
  environment?: Pick<KafkaEnvironment, 'limits'>;
  /** What the instance uses now, with the topic as it is. */
  usage: InstanceUsage;
  after: Sized;
  /** The topic as it is; left out: it is new. */
  before?: Sized;
  definitions?: TopicConfigDefinitions;
}): Problem[] {
  const { usage, after, before, definitions } = options;
  const instance = options.instance.id;
  const limits = limitsOf(options.instance, options.environment);
  const added = usageOf([after], definitions);
  const removed = usageOf(before ? [before] : [], definitions);
  const wanted = (key: keyof InstanceUsage) =>
    usage[key] - removed[key] + added[key];
  // Whoever is above a limit already may still change what takes up no more.
  const exceeds = (key: keyof InstanceUsage, limit: number | undefined) =>
    limit !== undefined && wanted(key) > limit && added[key] > removed[key];
  const problems: Problem[] = [];
  if (exceeds('topics', limits.topics)) {
    const values = {
      instance,
      wanted: wanted('topics'),
      limit: limits.topics!,
    };
    problems.push(problem('limit-topics', values, { path: ['name'] }));
  }
  if (exceeds('partitions', limits.partitions)) {
    const limit = limits.partitions!;
    const values = { instance, wanted: wanted('partitions'), limit };
    const where = { path: ['partitions'], value: after.partitions };
    problems.push(problem('limit-partitions', values, where));
  }
  if (limits.bytes === undefined) return problems;
  const path = ['configs', 'retention.bytes'];
  const isBounded = topicBytes(after, definitions) !== undefined;
  const wasBounded = !before || topicBytes(before, definitions) !== undefined;
  if (!isBounded && wasBounded) {
    const value = after.configs['retention.bytes'] ?? '-1';
    const values = { instance, limit: limits.bytes, value };
    problems.push(problem('limit-bytes-unbounded', values, { path, value }));
  } else if (exceeds('bytes', limits.bytes)) {
    const values = { instance, wanted: wanted('bytes'), limit: limits.bytes };
    problems.push(problem('limit-bytes', values, { path }));
  }
  return problems;
}

/** Whether limits can be set; those below what is used only warn. @public */
export function checkNewLimits(options: {
  limits: InstanceLimits;
  usage?: InstanceUsage;
}): Problem[] {
  const { limits, usage } = options;
  return (['topics', 'partitions', 'bytes'] as const).flatMap(limit => {
    const value = limits[limit];
    if (value === undefined) return [];
    const where = { path: ['limits', limit], value };
    if (!Number.isSafeInteger(value) || value < 0) {
      return [problem('limit-not-positive', { limit, value }, where)];
    }
    const used = usage?.[limit] ?? 0;
    return value < used
      ? [problem('limit-below-usage', { limit, value, used }, where)]
      : [];
  });
}

/** @public */
export function checkQuota(quota: ClientQuota): Problem[] {
  return (['producerByteRate', 'consumerByteRate'] as const).flatMap(field => {
    const value = quota[field];
    return value === undefined || (Number.isFinite(value) && value > 0)
      ? []
      : [
          problem(
            'quota-not-positive',
            { field, value },
            { path: ['quota', field], value },
          ),
        ];
  });
}
