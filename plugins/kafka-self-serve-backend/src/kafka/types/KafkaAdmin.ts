// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AclBinding,
  DescribedTopicConfig,
  QuotaSpec,
  ScramUser,
  TopicSpec,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { Outcomes } from '../outcomes';
import type { AclQuery, ScramCredential } from './access';
import type { ClusterDescription } from './cluster';
import type {
  CommittedOffset,
  GroupDescription,
  GroupReference,
  ListedGroup,
  OffsetPosition,
  OffsetTarget,
  PartitionOffset,
} from './groups';
import type {
  ChangeOptions,
  CreatedTopic,
  ListedTopic,
  PartitionIncrease,
  TopicConfigChange,
  TopicDeletion,
  TopicDescription,
  TopicDiskUse,
} from './topics';

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
