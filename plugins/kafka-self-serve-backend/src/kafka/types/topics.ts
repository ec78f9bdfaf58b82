// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ObservedTopic } from '@fairway/backstage-plugin-kafka-self-serve-common';

/** A topic as the list shows it. `configs` has the overrides among the asked keys. @public */
export interface ListedTopic extends ObservedTopic {
  /** Kafka's own, for example `__consumer_offsets`. */
  internal: boolean;
  /** What holds, by key: the asked keys, overridden or not. */
  effective: Readonly<Record<string, string>>;
  /** Partitions with fewer live replicas than they should have. */
  underReplicated: number;
  /** Partitions that nobody can read or write now. */
  offline: number;
}

/** @public */
export interface TopicPartition {
  partition: number;
  /** Left out: it is offline. */
  leader?: number;
  replicas: number[];
  inSync: number[];
}

/** @public */
export interface TopicConfigEntry {
  name: string;
  /** Left out: a secret, or none. */
  value?: string;
  /** Whether the topic has its own. */
  overridden: boolean;
  /** What would hold without the override; brokers do not always say. */
  default?: string;
  readOnly: boolean;
}

/** A topic with everything; `configs` has all overrides. @public */
export interface TopicDescription extends ObservedTopic {
  internal: boolean;
  layout: TopicPartition[];
  entries: TopicConfigEntry[];
}

/** @public */
export interface CreatedTopic {
  name: string;
  /** Left out where it was only validated. */
  topicId?: string;
}

/** With `topicId` only that very topic goes, not another one that got its name since. @public */
export interface TopicDeletion {
  name: string;
  topicId?: string;
}

/** @public */
export interface PartitionIncrease {
  topic: string;
  /** All of them, with those that are there. */
  partitions: number;
}

/** Other overrides stay as they are. @public */
export interface TopicConfigChange {
  topic: string;
  set?: Readonly<Record<string, string>>;
  /** Keys whose override goes. */
  remove?: readonly string[];
}

/** With `validateOnly` the broker checks, and nothing happens. @public */
export interface ChangeOptions {
  validateOnly?: boolean;
}

/** Bytes on disk. @public */
export interface TopicDiskUse {
  topic: string;
  /** One copy: the largest replica of each partition. */
  bytes: number;
  /** All replicas together. */
  bytesWithReplicas: number;
}
