// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { TopicConfigs } from '../model/environment';
import { type Problem, problem } from '../problems';

/**
 * Records that one request of Kafka's controller can write
 * (`MAX_RECORDS_PER_USER_OP`): one for each new partition; for a new topic also
 * one for itself and for each config, where `min.insync.replicas` takes two.
 */
const RECORDS_PER_REQUEST = 10_000;

/** @public */
export interface PartitionsCheck {
  name: string;
  partitions: number;
  /** Of the topic that is there; left out: it is new. */
  current?: number;
  /** Overrides of a new topic. */
  configs?: TopicConfigs;
  /** Most that the environment allows. */
  limit?: number;
}

/** How many partitions there may be; fewer than now, never. @public */
export function checkPartitions(options: PartitionsCheck): Problem[] {
  const { name, partitions, current, configs = {}, limit } = options;
  const where = { path: ['partitions'], value: partitions };
  const problems: Problem[] = [];
  if (!Number.isInteger(partitions) || partitions < 1) {
    problems.push(problem('partitions-too-few', { name, partitions }, where));
  }
  if (current !== undefined && partitions < current) {
    const values = { name, partitions, current };
    problems.push(problem('partitions-decrease', values, where));
  }
  const ofConfigs =
    Object.keys(configs).length +
    (Object.hasOwn(configs, 'min.insync.replicas') ? 1 : 0);
  const most = RECORDS_PER_REQUEST - (current ? 0 : 1 + ofConfigs);
  if (partitions - (current ?? 0) > most) {
    const values = { name, partitions, limit: most };
    problems.push(problem('partitions-too-many', values, where));
  }
  // A topic that is above the limit already may stay as it is.
  if (limit !== undefined && partitions > Math.max(limit, current ?? 0)) {
    const values = { name, partitions, limit };
    problems.push(problem('partitions-above-limit', values, where));
  }
  return problems;
}

/** Warns where more partitions tear the records of a key apart. @public */
export function checkKeyOrder(options: {
  name: string;
  partitions: number;
  current: number;
  compacted: boolean;
  /** Whether records have keys; left out: taken for granted. */
  keyed?: boolean;
}): Problem[] {
  const { name, partitions, current, compacted, keyed = true } = options;
  if (partitions <= current || (!compacted && !keyed)) return [];
  const values = { name, partitions, current };
  return [
    problem('partitions-remap-keys', values, {
      path: ['partitions'],
      value: partitions,
    }),
  ];
}

/** @public */
export function checkReplicationFactor(options: {
  name: string;
  replicationFactor: number;
  /** Of the topic that is there; left out: it is new. */
  current?: number;
  /** Live brokers; left out: not known. */
  brokers?: number;
}): Problem[] {
  const { name, replicationFactor, current, brokers } = options;
  const where = { path: ['replicationFactor'], value: replicationFactor };
  if (!Number.isInteger(replicationFactor) || replicationFactor < 1) {
    const values = { name, replicationFactor };
    return [problem('replication-factor-too-low', values, where)];
  }
  if (current !== undefined) {
    const values = { name, replicationFactor, current };
    return replicationFactor === current
      ? []
      : [problem('replication-factor-change', values, where)];
  }
  if (brokers !== undefined && replicationFactor > brokers) {
    const values = { name, replicationFactor, brokers };
    return [problem('replication-factor-above-brokers', values, where)];
  }
  return [];
}
