// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import type {
  AclsQuery,
  AclView,
  CredentialPassword,
  DriftChoice,
  DriftEntry,
  DriftQuery,
  FilesExportQuery,
  FilesPlan,
  FilesPlanInput,
  GroupDetail,
  GroupsQuery,
  GroupSummary,
  ImportAnswer,
  ImportInput,
  ImportSuggestion,
  KafkaEntitiesAnswer,
  KafkaPage,
  OffsetPreviewAnswer,
  OffsetResetPayload,
  OrphansQuery,
  OrphanView,
  PromotionDiff,
  PromotionDiffInput,
  SnapshotInfo,
  SubjectDetail,
  SubjectsQuery,
  SubjectSummary,
  SubjectVersionView,
  TopicDetail,
  TopicsQuery,
  TopicSummary,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { Request } from 'express';
import type { Viewer } from './viewer';

/** A viewer with the credentials of their call. */
export interface KafkaCaller extends Viewer {
  credentials: BackstageCredentials<BackstageUserPrincipal>;
  /** For the audit log. */
  request?: Request;
}

/**
 * What the reading routes answer. Whether a caller may see an environment is
 * checked before; lists are filtered by the viewer, and single things that the
 * viewer may not see throw `kafka-not-found` like those that are not there.
 */
export interface KafkaReading {
  topics(query: TopicsQuery, viewer: Viewer): Promise<KafkaPage<TopicSummary>>;
  topic(
    ref: { environment: string; name: string },
    viewer: Viewer,
  ): Promise<TopicDetail>;
  groups(query: GroupsQuery, viewer: Viewer): Promise<KafkaPage<GroupSummary>>;
  group(
    ref: { environment: string; groupId: string },
    viewer: Viewer,
  ): Promise<GroupDetail>;
  offsetPreview(
    input: OffsetResetPayload,
    viewer: Viewer,
  ): Promise<OffsetPreviewAnswer>;
  subjects(
    query: SubjectsQuery,
    viewer: Viewer,
  ): Promise<KafkaPage<SubjectSummary>>;
  subject(
    ref: { environment: string; name: string },
    viewer: Viewer,
  ): Promise<SubjectDetail>;
  subjectVersion(
    ref: { environment: string; name: string; version: number },
    viewer: Viewer,
  ): Promise<SubjectVersionView>;
  acls(query: AclsQuery, viewer: Viewer): Promise<KafkaPage<AclView>>;
  drift(query: DriftQuery, viewer: Viewer): Promise<KafkaPage<DriftEntry>>;
  /** By an owner of it or an administrator: `kafka-not-owner`. */
  chooseDrift(
    id: string,
    input: DriftChoice,
    viewer: Viewer,
  ): Promise<DriftEntry>;
  orphans(query: OrphansQuery, viewer: Viewer): Promise<KafkaPage<OrphanView>>;
  importSuggestions(
    query: { environment: string; cursor?: string; limit?: number },
    viewer: Viewer,
  ): Promise<KafkaPage<ImportSuggestion>>;
  /** Of administrators; checked before. */
  import(input: ImportInput, viewer: Viewer): Promise<ImportAnswer>;
  promotionDiff(
    input: PromotionDiffInput,
    viewer: Viewer,
  ): Promise<PromotionDiff>;
  planFile(input: FilesPlanInput, viewer: Viewer): Promise<FilesPlan>;
  exportFile(query: FilesExportQuery, viewer: Viewer): Promise<string>;
  /** For the search: a page of all but those of private instances. */
  searchTopics(
    query: Pick<TopicsQuery, 'cursor' | 'limit'>,
  ): Promise<KafkaPage<TopicSummary>>;
  /** For the catalog: everything. */
  entities(): Promise<KafkaEntitiesAnswer>;
}

/** Reads clusters into the snapshot. */
export interface KafkaSync {
  /** Several calls at once are one read. Failures are kept as health, and answered. */
  sync(environment: string): Promise<SnapshotInfo>;
}

/** Shows a new password, once. */
export interface PasswordDesk {
  /**
   * Makes a password, sets it on the cluster and answers it.
   *
   * @throws `kafka-password-gone` where there is no ticket for the caller
   */
  take(requestId: string, viewer: Viewer): Promise<CredentialPassword>;
}
