// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AclBinding,
  Application,
  ApplicationInstance,
  Credential,
  DriftEntry,
  Grant,
  GroupOffset,
  GroupState,
  InstanceUsage,
  KafkaEnvironment,
  ObservedGroup,
  ObservedSubject,
  ObservedTopic,
  OwnedBy,
  Phase,
  QuotaSpec,
  ScramUser,
  SubjectSpec,
  Topic,
  TopicPolicy,
  TopicSpec,
} from '@fairway/backstage-plugin-kafka-self-serve-common';

/** For compare-and-set. */
export interface Versioned {
  /** From 1. */
  rowVersion: number;
  /** Written by the configuration, which wins at every start. */
  configured: boolean;
}

export type StoredEnvironment = KafkaEnvironment & Versioned;
export type StoredPolicy = TopicPolicy & Versioned;
export type StoredApplication = Application & {
  /** Request that made or changed it last. */
  requestId?: string;
};
export type StoredInstance = ApplicationInstance & {
  /** Group of its application. */
  ownerRef: string;
  requestId?: string;
};

/** What is desired of a topic; `instance` is its owner. */
export interface DesiredTopic {
  environment: string;
  spec: TopicSpec;
  description?: string;
  labels?: Record<string, string>;
  /** Kept as it is if left out; false for a new one. */
  deletionProtection?: boolean;
  requestId?: string;
}

/** A topic as a sync or a read-back saw it. */
export interface TopicObservation extends ObservedTopic {
  internal?: boolean;
  /** What holds of the shown keys, overridden or not. Kept as it was if left out. */
  effective?: Readonly<Record<string, string>>;
  /** Kept as it was if left out, like the next two. */
  bytes?: number;
  underReplicated?: number;
  offline?: number;
}

/** One row: desired, observed or both. */
export interface StoredTopic extends Topic, OwnedBy {
  description?: string;
  labels: Record<string, string>;
  observed?: TopicObservation;
  /** Whether a sync ever saw it: then it is missing, not pending. */
  wasObserved: boolean;
  /** Why it failed, for people. */
  failure?: string;
  requestId?: string;
}

export interface GroupObservation extends ObservedGroup {
  type?: string;
  /** Records behind over all topics, decimal text; left out: not known. */
  lag?: string;
}

export interface StoredGroup extends GroupObservation, OwnedBy {
  environment: string;
}

/** With the text of the latest schema only where one subject is read. */
export interface StoredSubject extends OwnedBy {
  environment: string;
  name: string;
  phase: Phase;
  desired?: SubjectSpec;
  observed?: ObservedSubject;
  wasObserved: boolean;
  requestId?: string;
}

export interface StoredGrant extends Grant {
  requestId?: string;
  revokeRequestId?: string;
  /** Whether its ACLs are still on the cluster; false once an end was carried out. */
  applied: boolean;
  /** The ends that people were told of. */
  noticed?: Partial<Record<GrantNotice, string>>;
}

/** That a grant ends soon, and that it has. */
export type GrantNotice = 'ending' | 'ended';

export interface StoredCredential extends Credential {
  requestId?: string;
}

/** A whole cluster as a sync saw it. What is not in it is not there. */
export interface ClusterSnapshot {
  /** ISO 8601. */
  asOf: string;
  clusterId: string;
  version?: string;
  brokers: number;
  topics: TopicObservation[];
  /** Left out: kept as they were, since they could not be read; so for all below. */
  groups?: GroupObservation[];
  subjects?: ObservedSubject[];
  acls?: AclBinding[];
  quotas?: QuotaSpec[];
  scramUsers?: ScramUser[];
  /** What could not be read, for people. */
  message?: string;
}

/** Where a group stood before a reset. */
export interface OffsetRecord {
  requestId: string;
  environment: string;
  groupId: string;
  instance: string;
  /** ISO 8601. */
  at: string;
  /** `committed` is left out where the group had none. */
  offsets: Omit<GroupOffset, 'end'>[];
}

/**
 * The right to be shown a new password, once. No password is ever kept: it is
 * made, set on the cluster and shown at the moment when the ticket is taken.
 */
export interface PasswordTicket {
  requestId: string;
  credentialId: string;
  requesterRef: string;
  /** ISO 8601. */
  expiresAt: string;
}

export type StoredDrift = Omit<
  DriftEntry,
  'action' | 'application' | 'ownerRef'
>;

/** What an environment still holds. */
export interface Holdings {
  instances: number;
  /** Topics that somebody asked for. */
  topics: number;
  subjects: number;
  grants: number;
  credentials: number;
}

export interface InstanceFigures {
  usage: InstanceUsage;
  topics: number;
  groups: number;
  subjects: number;
}

export type { GroupState };
