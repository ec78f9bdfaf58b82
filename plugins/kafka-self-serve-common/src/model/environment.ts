// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** Topic configs by key; values are text, as Kafka keeps them. @public */
export type TopicConfigs = Readonly<Record<string, string>>;

/** @public */
export type TopicSizeName = 'S' | 'M' | 'L';

/** What a size stands for in one environment. @public */
export interface TopicSize {
  partitions: number;
  'retention.ms': string;
}

/** Used where a request leaves something out. @public */
export interface TopicDefaults {
  partitions: number;
  replicationFactor: number;
  configs: TopicConfigs;
}

/** Most of each that an application instance may have; left out: no limit. @public */
export interface InstanceLimits {
  topics?: number;
  /** Over all topics. */
  partitions?: number;
  /** Disk that the topics may take: `retention.bytes` × partitions × replicas. */
  bytes?: number;
}

/** @public */
export interface EnvironmentLimits {
  /** Partitions of one topic. */
  partitionsPerTopic?: number;
  /** What an instance gets that has no limits of its own. */
  instance?: InstanceLimits;
  sizes?: Partial<Record<TopicSizeName, TopicSize>>;
  /** Days that a deleted topic can still be kept: its access goes first. 0 to 30. */
  deleteGraceDays?: number;
}

/** What a sync last saw of a cluster, and when it was last looked for drift. @public */
export interface EnvironmentStatus {
  reachable: boolean;
  /** Why not, for people. */
  message?: string;
  clusterId?: string;
  version?: string;
  /** Live brokers. */
  brokers?: number;
  /** ISO 8601. */
  lastSync?: string;
  /** When it was last compared with what is desired, ISO 8601; left out: never. */
  lastScan?: string;
}

/** One Kafka cluster, and nothing else is that cluster. @public */
export interface KafkaEnvironment {
  name: string;
  displayName: string;
  description?: string;
  /** `#rrggbb`. */
  color?: string;
  /** Promotion goes from a lower one to the next higher. */
  order: number;
  /** The environment of the ownership policy. */
  environment: string;
  /** The store of the ownership policy. */
  store: string;
  /** Key of a connection in the configuration; secrets stay there. */
  connection: string;
  /** Key of a schema registry in the configuration. */
  schemaRegistry?: string;
  /** Proved at the first connection; another environment with it is refused. */
  clusterId?: string;
  defaults: TopicDefaults;
  limits: EnvironmentLimits;
  /** Names of topic policies. */
  policyRefs: string[];
  status?: EnvironmentStatus;
}
