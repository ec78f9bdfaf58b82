// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { NamePattern } from './application';
import type { TopicConfigs } from './environment';
import type { ObservedGroup, ObservedSubject, ObservedTopic } from './observed';

/** Where a resource stands between what is desired and what is observed. @public */
export type Phase =
  | 'pending'
  | 'ready'
  | 'drifted'
  | 'missing'
  | 'deleting'
  | 'failed';

/** A topic as it should be. `configs` are overrides only. @public */
export interface TopicSpec {
  name: string;
  partitions: number;
  replicationFactor: number;
  configs: TopicConfigs;
}

/** @public */
export interface Topic {
  environment: string;
  name: string;
  /** Id of an application instance; left out: an orphan. */
  owner?: string;
  phase: Phase;
  desired?: TopicSpec;
  observed?: ObservedTopic;
  /** While it is set the topic cannot be deleted. */
  deletionProtection: boolean;
  /** Set while it is being deleted: access is gone, the data goes at this time. ISO 8601. */
  deleteAfter?: string;
}

/** @public */
export interface ConsumerGroup {
  environment: string;
  groupId: string;
  owner?: string;
  observed?: ObservedGroup;
}

/** @public */
export type SchemaFormat = 'AVRO' | 'JSON' | 'PROTOBUF';

/** @public */
export type Compatibility =
  | 'NONE'
  | 'BACKWARD'
  | 'BACKWARD_TRANSITIVE'
  | 'FORWARD'
  | 'FORWARD_TRANSITIVE'
  | 'FULL'
  | 'FULL_TRANSITIVE';

/** @public */
export interface SchemaReference {
  name: string;
  subject: string;
  version: number;
}

/** A subject as it should be. A schema that is left out is not touched, and neither is the level. @public */
export interface SubjectSpec {
  name: string;
  format?: SchemaFormat;
  /** Text of the schema. */
  schema?: string;
  references?: SchemaReference[];
  compatibility?: Compatibility;
}

/** @public */
export interface Subject {
  environment: string;
  name: string;
  owner?: string;
  phase: Phase;
  desired?: SubjectSpec;
  observed?: ObservedSubject;
}

/** @public */
export type GrantAccess = 'CONSUME' | 'PRODUCE';

/**
 * Access that one instance gives another to a resource inside its own pattern.
 * It outlives the request that it came from.
 *
 * @public
 */
export interface Grant {
  id: string;
  environment: string;
  /** Id of the instance that owns the topic. */
  owner: string;
  /** Id of the instance that gets access. */
  grantee: string;
  access: GrantAccess;
  topic: NamePattern;
  /** For CONSUME: of the grantee's own group pattern. */
  group?: NamePattern;
  /** For PRODUCE with transactions: of the grantee's own pattern. */
  transactionalId?: NamePattern;
  /** ISO 8601; left out: until it is revoked. */
  expiresAt?: string;
  /** ISO 8601. */
  revokedAt?: string;
}

/** @public */
export type ScramMechanism = 'SCRAM-SHA-256' | 'SCRAM-SHA-512';

/** A SCRAM user. Its password is shown once, and never kept. @public */
export interface Credential {
  id: string;
  environment: string;
  /** Id of an application instance. */
  instance: string;
  /** Without `User:`. */
  username: string;
  mechanism: ScramMechanism;
  /** ISO 8601. */
  createdAt: string;
  /** ISO 8601. */
  rotatedAt?: string;
}
