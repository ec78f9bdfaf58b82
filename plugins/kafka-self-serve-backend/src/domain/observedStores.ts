// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AclBinding,
  AclsQuery,
  AclView,
  DriftQuery,
  LagPoint,
  OrphansQuery,
  OrphanView,
  QuotaSpec,
  SnapshotInfo,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { SightedCluster } from './sightings';
import type { ClusterSnapshot, OffsetRecord, StoredDrift } from './stored';
import type { StoredPage, Viewer } from './viewer';

export interface SnapshotStore {
  info(environments?: readonly string[]): Promise<SnapshotInfo[]>;
  /** One transaction; rows that are as they were are not written. Phases and owners are found anew. */
  save(
    environment: string,
    snapshot: ClusterSnapshot | SightedCluster,
  ): Promise<void>;
  /** Of what the last sync saw of each topic, by name. */
  digests(environment: string): Promise<Map<string, string | undefined>>;
  /** Keeps what was seen, and says why it is old. */
  failed(
    environment: string,
    failure: { at: string; message: string },
  ): Promise<void>;
  acls(environment: string): Promise<AclBinding[]>;
  /** Those that say something about one topic: by its name, a beginning of it, or all topics. */
  aclsOfTopic(environment: string, topic: string): Promise<AclBinding[]>;
  aclPage(
    query: AclsQuery,
    viewer: Viewer,
  ): Promise<StoredPage<Omit<AclView, 'managed'>>>;
  /** What was done to them, between two syncs. */
  changeAcls(
    environment: string,
    change: { added: readonly AclBinding[]; removed: readonly AclBinding[] },
  ): Promise<void>;
  quotas(environment: string): Promise<QuotaSpec[]>;
  orphans(
    query: OrphansQuery,
    viewer: Viewer,
  ): Promise<StoredPage<Omit<OrphanView, 'principals'>>>;
}

export interface LagStore {
  append(
    environment: string,
    at: string,
    lags: readonly { groupId: string; lag: string }[],
  ): Promise<void>;
  /** Oldest first. */
  history(
    environment: string,
    groupId: string,
    since: string,
  ): Promise<LagPoint[]>;
  prune(before: string): Promise<void>;
}

export interface OffsetStore {
  put(record: OffsetRecord): Promise<void>;
  latest(
    environment: string,
    groupId: string,
  ): Promise<OffsetRecord | undefined>;
  prune(before: string): Promise<void>;
}

export interface DriftStore {
  get(id: string): Promise<StoredDrift | undefined>;
  page(query: DriftQuery, viewer: Viewer): Promise<StoredPage<StoredDrift>>;
  /** Whole: what is not in it has ended. `since` and `ignored` of those that were there stay. */
  replace(
    environment: string,
    entries: readonly Omit<StoredDrift, 'since' | 'ignored'>[],
    options: { at: string },
  ): Promise<void>;
  choose(
    id: string,
    choice: { ignored: boolean; by: string; comment?: string },
  ): Promise<void>;
  remove(id: string): Promise<void>;
}
