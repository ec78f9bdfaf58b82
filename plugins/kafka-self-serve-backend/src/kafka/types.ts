// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AclBinding,
  DescribedTopicConfig,
  ObservedGroup,
  ObservedTopic,
  QuotaSpec,
  ScramUser,
  TopicSpec,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { Outcomes } from './outcomes';

/** @public */
export interface ClusterBroker {
  id: number;
  host: string;
  port: number;
  rack?: string;
}

/** What a cluster can do beside topics and groups. @public */
export interface ClusterFeatures {
  /** Users that can be made by the protocol. */
  scramUsers: boolean;
  /** Groups of the new protocol (KIP-848). */
  consumerGroups: boolean;
  quotas: boolean;
  diskUse: boolean;
}

/** @public */
export interface ClusterDescription {
  /** What the brokers call the cluster; two connections with one id are one cluster. */
  clusterId: string;
  /** Broker that takes changes; left out while there is none. */
  controllerId?: number;
  /** Those that are alive. */
  brokers: ClusterBroker[];
  /** For example `4.4`, from the features that the brokers report; left out where they report none. */
  version?: string;
  features: ClusterFeatures;
}

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

/** Fields that are left out match everything; a name matches exactly. @public */
export type AclQuery = Partial<AclBinding>;

/** `consumer`: of the protocol of KIP-848. @public */
export type GroupType = 'classic' | 'consumer' | 'share' | 'streams';

/** @public */
export interface ListedGroup {
  groupId: string;
  type: GroupType;
  state: ObservedGroup['state'];
}

/** A type that is known already saves a request. @public */
export interface GroupReference {
  groupId: string;
  type?: GroupType;
}

/** @public */
export interface GroupMember {
  memberId: string;
  clientId: string;
  host: string;
  assigned: { topic: string; partitions: number[] }[];
}

/** `topics` are those that members subscribed to or are assigned. @public */
export interface GroupDescription extends ObservedGroup {
  type: GroupType;
  /** Broker that keeps the group. */
  coordinator: number;
  memberList: GroupMember[];
}

/** Decimal text: wider than a number of JavaScript. @public */
export interface CommittedOffset {
  topic: string;
  partition: number;
  committed: string;
}

/** `time`: the first offset at or after it, in milliseconds since 1970. @public */
export type OffsetPosition = 'earliest' | 'latest' | { time: number };

/** @public */
export interface PartitionOffset {
  partition: number;
  /** Decimal text; left out where nothing is at or after the asked time. */
  offset?: string;
}

/** @public */
export interface OffsetTarget {
  topic: string;
  partition: number;
  /** Decimal text. */
  offset: string;
}

/** Bytes on disk. @public */
export interface TopicDiskUse {
  topic: string;
  /** One copy: the largest replica of each partition. */
  bytes: number;
  /** All replicas together. */
  bytesWithReplicas: number;
}

/** @public */
export interface ScramCredential extends ScramUser {
  password: string;
  /** 4096 to 16384; 4096 unless given, as Kafka's own tools do. */
  iterations?: number;
}

/**
 * Administers one Kafka cluster. The cluster has the last word: what it refuses
 * comes back with its own words in the error.
 *
 * Calls about several things answer for each of them (see `Outcomes`). They
 * throw as a whole when the cluster does not answer at all:
 * `kafka-unreachable` (nothing was done), `kafka-answer-lost` (it may have been
 * done: `isOutcomeUnknown`), `kafka-not-ready`, `kafka-authentication-failed`,
 * `kafka-tls-failed`, `kafka-not-authorized`, `kafka-unsupported`.
 *
 * What was created or deleted shows late on some brokers: read until it is
 * there.
 *
 * @public
 */
export interface KafkaAdmin {
  describeCluster(): Promise<ClusterDescription>;

  /** All topics with a few configs, in two kinds of requests: made for many. Sorted by name. */
  listTopics(options?: {
    /** None unless given. */
    configKeys?: readonly string[];
    /** Whether Kafka's own topics are in the list: false unless given. */
    internal?: boolean;
  }): Promise<ListedTopic[]>;

  /** The same, some at a time, so that nobody has to hold all of them. */
  eachTopics(options?: {
    configKeys?: readonly string[];
    internal?: boolean;
  }): AsyncIterable<ListedTopic[]>;

  /** By name. Failures: `kafka-topic-not-found`, `kafka-not-authorized`. */
  describeTopics(names: readonly string[]): Promise<Outcomes<TopicDescription>>;

  /**
   * What the brokers describe of topic configs, with their own defaults, for
   * `describedTopicConfigs`. A topic has to be there to ask about: without one
   * the list is empty.
   */
  describeTopicConfigs(): Promise<DescribedTopicConfig[]>;

  /** By name. Failures: `kafka-topic-exists`, `kafka-topic-name-invalid`, `kafka-config-invalid`, … */
  createTopics(
    topics: readonly TopicSpec[],
    options?: ChangeOptions,
  ): Promise<Outcomes<CreatedTopic>>;

  /** By topic. Failures: `kafka-partitions-invalid`, `kafka-topic-not-found`, … */
  createPartitions(
    increases: readonly PartitionIncrease[],
    options?: ChangeOptions,
  ): Promise<Outcomes>;

  /** By topic. Failures: `kafka-config-invalid`, `kafka-topic-not-found`, … */
  alterTopicConfigs(
    changes: readonly TopicConfigChange[],
    options?: ChangeOptions,
  ): Promise<Outcomes>;

  /** By name. Failures: `kafka-topic-not-found`, also when it is another topic by now. */
  deleteTopics(deletions: readonly TopicDeletion[]): Promise<Outcomes>;

  /** Everything unless a query is given. Throws `kafka-acls-disabled`. */
  listAcls(query?: AclQuery): Promise<AclBinding[]>;

  /** By `aclKey`. One that is there already is no failure. */
  createAcls(bindings: readonly AclBinding[]): Promise<Outcomes>;

  /** By `aclKey`, whether it was there. Only exactly these go. */
  deleteAcls(bindings: readonly AclBinding[]): Promise<Outcomes<boolean>>;

  /** Of all brokers, sorted. */
  listGroups(): Promise<ListedGroup[]>;

  /** By id, of classic and consumer groups. Failures: `kafka-group-not-found`, `kafka-unsupported`. */
  describeGroups(
    groups: readonly GroupReference[],
  ): Promise<Outcomes<GroupDescription>>;

  /** By id: what the groups committed. Of a group that is not there: nothing. */
  listGroupOffsets(
    groupIds: readonly string[],
  ): Promise<Outcomes<CommittedOffset[]>>;

  /** By topic, of all its partitions. Failures: `kafka-topic-not-found`, `kafka-not-ready`. */
  listOffsets(
    topics: readonly string[],
    position: OffsetPosition,
  ): Promise<Outcomes<PartitionOffset[]>>;

  /**
   * Moves an empty group; one that is not there comes to be.
   *
   * @throws `kafka-group-not-empty`, `kafka-topic-not-found`; `details.failed`
   * names the partitions that were not moved
   */
  alterGroupOffsets(options: {
    groupId: string;
    offsets: readonly OffsetTarget[];
  }): Promise<void>;

  /** By id. Failures: `kafka-group-not-found`, `kafka-group-not-empty`. */
  deleteGroups(groupIds: readonly string[]): Promise<Outcomes>;

  /** Byte rates of users: everyone's that has one, or one user's. */
  listQuotas(options?: { user?: string }): Promise<QuotaSpec[]>;

  /** By user. A rate that is left out goes. */
  alterQuotas(
    quotas: readonly QuotaSpec[],
    options?: ChangeOptions,
  ): Promise<Outcomes>;

  /** Throws `kafka-unsupported` where the brokers keep no users. */
  listScramUsers(): Promise<ScramUser[]>;

  /** Makes the user, or gives it a new password. Throws `kafka-user-invalid`. */
  upsertScramUser(credential: ScramCredential): Promise<void>;

  /** Throws `kafka-user-not-found`. */
  deleteScramUser(user: ScramUser): Promise<void>;

  /** Of all topics that have data on a live broker, sorted. */
  listDiskUse(): Promise<TopicDiskUse[]>;

  /** Ends the connections. */
  close(): Promise<void>;
}
