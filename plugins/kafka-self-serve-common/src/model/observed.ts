// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ClientQuota, PatternType } from './application';
import type { TopicConfigs } from './environment';
import type {
  Compatibility,
  SchemaFormat,
  SchemaReference,
  ScramMechanism,
} from './resources';

/** @public */
export interface ObservedTopic {
  name: string;
  /** Kafka's id: another one under the same name is another topic. */
  topicId?: string;
  partitions: number;
  replicationFactor: number;
  /** Overrides only. */
  configs: TopicConfigs;
}

/** @public */
export type GroupState =
  | 'EMPTY'
  | 'STABLE'
  | 'PREPARING_REBALANCE'
  | 'COMPLETING_REBALANCE'
  | 'ASSIGNING'
  | 'RECONCILING'
  | 'DEAD'
  | 'UNKNOWN';

/** Offsets are decimal text: they are wider than a JavaScript number. @public */
export interface GroupOffset {
  topic: string;
  partition: number;
  committed?: string;
  /** The end of the log. */
  end?: string;
}

/** @public */
export interface ObservedGroup {
  groupId: string;
  state: GroupState;
  members: number;
  /** Topics that members are subscribed to or that offsets are kept of. */
  topics: string[];
  offsets?: GroupOffset[];
}

/** @public */
export type AclResourceType =
  | 'TOPIC'
  | 'GROUP'
  | 'CLUSTER'
  | 'TRANSACTIONAL_ID'
  | 'DELEGATION_TOKEN'
  | 'USER';

/** @public */
export type AclOperation =
  | 'ALL'
  | 'READ'
  | 'WRITE'
  | 'CREATE'
  | 'DELETE'
  | 'ALTER'
  | 'DESCRIBE'
  | 'CLUSTER_ACTION'
  | 'DESCRIBE_CONFIGS'
  | 'ALTER_CONFIGS'
  | 'IDEMPOTENT_WRITE'
  | 'CREATE_TOKENS'
  | 'DESCRIBE_TOKENS'
  | 'TWO_PHASE_COMMIT';

/** One entry of Kafka's access control. Two with the same fields are one. @public */
export interface AclBinding {
  resourceType: AclResourceType;
  patternType: PatternType;
  resourceName: string;
  /** `User:payments`. */
  principal: string;
  /** `*`: from everywhere. */
  host: string;
  operation: AclOperation;
  permission: 'ALLOW' | 'DENY';
}

/** @public */
export interface ObservedSubject {
  name: string;
  format?: SchemaFormat;
  /** Latest version. */
  version?: number;
  /** Text of the latest schema. */
  schema?: string;
  references?: SchemaReference[];
  /** Its own level; left out: the registry's. */
  compatibility?: Compatibility;
}

/** @public */
export interface QuotaSpec extends ClientQuota {
  /** Without `User:`. */
  user: string;
}

/** @public */
export interface ScramUser {
  user: string;
  mechanism: ScramMechanism;
}

/** A cluster and its registry as they were read. @public */
export interface ObservedState {
  clusterId?: string;
  /** Live brokers; left out: not known. */
  brokers?: number;
  topics: ObservedTopic[];
  acls: AclBinding[];
  subjects: ObservedSubject[];
  groups?: ObservedGroup[];
  quotas?: QuotaSpec[];
  scramUsers?: ScramUser[];
  /** When it was read, ISO 8601. */
  asOf?: string;
}
