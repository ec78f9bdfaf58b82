// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestAction } from '@fairway/requests-common';
import type { JsonObject } from '@backstage/types';
import type { GroupState } from '../model/observed';
import type { OffsetMove } from '../offsets/reset';
import type { Problem } from '../problems';
import type {
  KafkaPageQuery,
  OpenKafkaRequest,
  OwnedBy,
  SnapshotInfo,
} from './common';

/** @public */
export type GroupSort = 'name' | '-name' | 'lag' | '-lag';

/** @public */
export interface GroupsQuery extends KafkaPageQuery {
  environment?: string[];
  application?: string[];
  /** Groups of people, as entity refs; `none`: orphans. */
  owner?: string[];
  state?: GroupState[];
  /** Those that read this topic. */
  topic?: string;
  mine?: boolean;
  /** `name` if left out. */
  sort?: GroupSort;
}

/** @public */
export interface GroupSummary extends OwnedBy {
  environment: string;
  groupId: string;
  state: GroupState;
  members: number;
  topics: string[];
  /** Records behind, over all topics; decimal text. */
  lag?: string;
}

/** Offsets are decimal text. @public */
export interface GroupPartitionView {
  topic: string;
  partition: number;
  committed?: string;
  end?: string;
  lag?: string;
  /** Client that reads it. */
  clientId?: string;
  host?: string;
}

/** @public */
export interface LagPoint {
  /** ISO 8601. */
  at: string;
  /** Decimal text. */
  lag: string;
}

/** Where a group stood before a reset. @public */
export interface OffsetUndo {
  requestId: string;
  /** ISO 8601. */
  at: string;
  partitions: number;
  /** Payload of the request `kafka.offset-reset` that puts it back. */
  payload: JsonObject;
}

/** Answer of `GET /groups/:environment/:id`. @public */
export interface GroupDetail extends GroupSummary {
  partitions: GroupPartitionView[];
  /** Oldest first. */
  history: LagPoint[];
  undo?: OffsetUndo;
  openRequests: OpenKafkaRequest[];
  live: boolean;
  snapshot: SnapshotInfo;
  actions: Record<'reset', RequestAction>;
}

/** Answer of `POST /offset-preview`, whose body is the payload of `kafka.offset-reset`. @public */
export interface OffsetPreviewAnswer {
  moves: OffsetMove[];
  problems: Problem[];
  group: Pick<GroupSummary, 'groupId' | 'state' | 'members'>;
}
