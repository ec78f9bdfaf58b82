// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AclBinding,
  QuotaSpec,
  ScramUser,
  TopicSpec,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { KafkaConnection } from '../config/types';
import { ClusterClient } from './client/ClusterClient';
import { createAcls, deleteAcls, listAcls } from './operations/acls';
import {
  alterTopicConfigs,
  createPartitions,
  createTopics,
  deleteTopics,
} from './operations/changeTopics';
import { describeCluster } from './operations/cluster';
import { listDiskUse } from './operations/diskUse';
import { deleteGroups, describeGroups, listGroups } from './operations/groups';
import {
  alterGroupOffsets,
  listGroupOffsets,
  listOffsets,
} from './operations/offsets';
import { alterQuotas, listQuotas } from './operations/quotas';
import {
  describeTopicConfigs,
  describeTopics,
  eachTopics,
  listTopics,
} from './operations/readTopics';
import {
  deleteScramUser,
  listScramUsers,
  upsertScramUser,
} from './operations/scramUsers';
import type {
  AclQuery,
  ChangeOptions,
  GroupReference,
  KafkaAdmin,
  OffsetPosition,
  OffsetTarget,
  PartitionIncrease,
  ScramCredential,
  TopicConfigChange,
  TopicDeletion,
} from './types';

/**
 * Administers a cluster with the client of `@platformatic/kafka`, over the Kafka
 * protocol: Kafka 3.0 or newer. Connections are made when they are needed, and
 * again when they broke.
 *
 * @public
 */
export class PlatformaticKafkaAdmin implements KafkaAdmin {
  readonly #client: ClusterClient;

  private constructor(client: ClusterClient) {
    this.#client = client;
  }

  /** Connects to nobody yet. */
  static create(options: {
    connection: KafkaConnection;
  }): PlatformaticKafkaAdmin {
    return new PlatformaticKafkaAdmin(ClusterClient.create(options.connection));
  }

  describeCluster() {
    return describeCluster(this.#client);
  }

  listTopics(options?: { configKeys?: readonly string[]; internal?: boolean }) {
    return listTopics(this.#client, options);
  }

  eachTopics(options?: { configKeys?: readonly string[]; internal?: boolean }) {
    return eachTopics(this.#client, options);
  }

  describeTopics(names: readonly string[]) {
    return describeTopics(this.#client, names);
  }

  describeTopicConfigs() {
    return describeTopicConfigs(this.#client);
  }

  createTopics(topics: readonly TopicSpec[], options?: ChangeOptions) {
    return createTopics(this.#client, topics, options);
  }

  createPartitions(
    increases: readonly PartitionIncrease[],
    options?: ChangeOptions,
  ) {
    return createPartitions(this.#client, increases, options);
  }

  alterTopicConfigs(
    changes: readonly TopicConfigChange[],
    options?: ChangeOptions,
  ) {
    return alterTopicConfigs(this.#client, changes, options);
  }

  deleteTopics(deletions: readonly TopicDeletion[]) {
    return deleteTopics(this.#client, deletions);
  }

  listAcls(query?: AclQuery) {
    return listAcls(this.#client, query);
  }

  createAcls(bindings: readonly AclBinding[]) {
    return createAcls(this.#client, bindings);
  }

  deleteAcls(bindings: readonly AclBinding[]) {
    return deleteAcls(this.#client, bindings);
  }

  listGroups() {
    return listGroups(this.#client);
  }

  describeGroups(groups: readonly GroupReference[]) {
    return describeGroups(this.#client, groups);
  }

  listGroupOffsets(groupIds: readonly string[]) {
    return listGroupOffsets(this.#client, groupIds);
  }

  listOffsets(topics: readonly string[], position: OffsetPosition) {
    return listOffsets(this.#client, topics, position);
  }

  alterGroupOffsets(options: {
    groupId: string;
    offsets: readonly OffsetTarget[];
  }) {
    return alterGroupOffsets(this.#client, options);
  }

  deleteGroups(groupIds: readonly string[]) {
    return deleteGroups(this.#client, groupIds);
  }

  listQuotas(options?: { user?: string }) {
    return listQuotas(this.#client, options);
  }

  alterQuotas(quotas: readonly QuotaSpec[], options?: ChangeOptions) {
    return alterQuotas(this.#client, quotas, options);
  }

  listScramUsers() {
    return listScramUsers(this.#client);
  }

  upsertScramUser(credential: ScramCredential) {
    return upsertScramUser(this.#client, credential);
  }

  deleteScramUser(user: ScramUser) {
    return deleteScramUser(this.#client, user);
  }

  listDiskUse() {
    return listDiskUse(this.#client);
  }

  close() {
    return this.#client.broker.close();
  }
}
