// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { FieldChange, RequestAction } from '@fairway/requests-common';
import type { GroupState, ObservedTopic } from '../model/observed';
import type { Phase, TopicSpec } from '../model/resources';
import type { AclView, GrantView } from './access';
import type {
  KafkaPageQuery,
  OpenKafkaRequest,
  OwnedBy,
  SnapshotInfo,
} from './common';
import type { SubjectSummary } from './subjects';

/** A minus: largest, or last in the alphabet, first. @public */
export type TopicSort =
  | 'name'
  | '-name'
  | 'partitions'
  | '-partitions'
  | 'bytes'
  | '-bytes';

/** Several values of one filter are alternatives. @public */
export interface TopicsQuery extends KafkaPageQuery {
  environment?: string[];
  application?: string[];
  /** Groups, as entity refs; `none`: orphans. */
  owner?: string[];
  phase?: Phase[];
  /** `key` or `key=value`; all of them. */
  label?: string[];
  /** Only those of the caller's groups. */
  mine?: boolean;
  /** `name` if left out. */
  sort?: TopicSort;
}

/** Config keys that lists show. @public */
export const SHOWN_TOPIC_CONFIGS = [
  'retention.ms',
  'retention.bytes',
  'cleanup.policy',
  'min.insync.replicas',
] as const;

/** @public */
export type ShownTopicConfig = (typeof SHOWN_TOPIC_CONFIGS)[number];

/** @public */
export interface TopicSummary extends OwnedBy {
  environment: string;
  name: string;
  phase: Phase;
  description?: string;
  labels: Record<string, string>;
  /** As observed, else as desired. */
  partitions?: number;
  replicationFactor?: number;
  /** What holds on the broker, overridden or not. */
  shown: Partial<Record<ShownTopicConfig, string>>;
  /** On disk, with replicas. */
  bytes?: number;
  underReplicated?: number;
  offline?: number;
  deletionProtection: boolean;
  /** Set while it is being deleted, ISO 8601. */
  deleteAfter?: string;
}

/** @public */
export interface TopicConfigView {
  name: string;
  /** What holds; left out: a secret, or none. */
  value?: string;
  source: 'override' | 'default';
  /** What would hold without the override, where the broker says so. */
  default?: string;
  /** What should hold, where it is another. */
  desired?: string;
  readOnly: boolean;
}

/** Offsets are decimal text. @public */
export interface TopicPartitionView {
  partition: number;
  /** Left out: it is offline. */
  leader?: number;
  replicas: number[];
  inSync: number[];
  start?: string;
  end?: string;
}

/** @public */
export interface TopicGroupView extends OwnedBy {
  groupId: string;
  state: GroupState;
  members: number;
  /** Records behind, on this topic. */
  lag?: string;
}

/** @public */
export type TopicActionName =
  | 'config'
  | 'partitions'
  | 'delete'
  | 'protection'
  | 'request-access'
  | 'register-schema'
  | 'promote'
  | 'claim';

/** Answer of `GET /topics/:environment/:name`. @public */
export interface TopicDetail extends TopicSummary {
  topicId?: string;
  desired?: TopicSpec;
  observed?: ObservedTopic;
  /** `before` is desired, `after` observed. */
  drift: FieldChange[];
  configs: TopicConfigView[];
  layout: TopicPartitionView[];
  groups: TopicGroupView[];
  access: {
    /** Principals of the owner. */
    owners: string[];
    grants: GrantView[];
    acls: AclView[];
  };
  subjects: SubjectSummary[];
  openRequests: OpenKafkaRequest[];
  /** The next environment, where it can be promoted to. */
  promotesTo?: string;
  /** Whether configs, partitions and groups were read from the cluster just now. */
  live: boolean;
  snapshot: SnapshotInfo;
  actions: Record<TopicActionName, RequestAction>;
}
