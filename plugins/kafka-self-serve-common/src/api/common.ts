// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Decision, Execution } from '@fairway/requests-common';

/** How a call is made. Front ends need no `token`: their fetch adds one. @public */
export interface KafkaCallOptions {
  token?: string;
  signal?: AbortSignal;
}

/** How fresh the snapshot of an environment is. @public */
export interface SnapshotInfo {
  environment: string;
  /** When it was read from the cluster, ISO 8601; left out: never. */
  asOf?: string;
  /** Whether the last attempt to read it came through. */
  reachable: boolean;
  /** Why not, for people. */
  message?: string;
}

/** One page of a list, out of the snapshots of the environments that it is about. @public */
export interface KafkaPage<T> {
  items: T[];
  /** To be sent as `cursor`; left out on the last page. */
  nextCursor?: string;
  prevCursor?: string;
  /** All that match, on every page. */
  total?: number;
  snapshots: SnapshotInfo[];
}

/** @public */
export interface KafkaPageQuery {
  /** In the name; case does not matter. */
  q?: string;
  cursor?: string;
  /** 1 to 100; 20 if left out. */
  limit?: number;
}

/** Whose something is; all left out: an orphan. @public */
export interface OwnedBy {
  /** Id of the application instance. */
  instance?: string;
  application?: string;
  /** Full entity ref of the group that owns the application. */
  ownerRef?: string;
}

/** A request that is under way about something. @public */
export interface OpenKafkaRequest {
  id: string;
  number: number;
  kind: string;
  operation: string;
  title: string;
  decision: Decision;
  execution: Execution;
  statusLabel?: string;
}
