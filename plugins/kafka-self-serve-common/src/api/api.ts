// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { OffsetResetPayload } from '../schemas/access';
import type {
  EnvironmentInput,
  TopicPolicyInput,
} from '../schemas/environments';
import type {
  AclsQuery,
  AclView,
  CredentialPassword,
  CredentialsQuery,
  CredentialView,
  GrantsQuery,
  GrantView,
} from './access';
import type {
  ApplicationDetail,
  ApplicationsQuery,
  ApplicationSummary,
  LimitsView,
} from './applications';
import type { KafkaCallOptions, KafkaPage, SnapshotInfo } from './common';
import type {
  DriftChoice,
  DriftEntry,
  DriftQuery,
  ImportAnswer,
  ImportInput,
  ImportSuggestion,
  OrphansQuery,
  OrphanView,
} from './drift';
import type {
  ConnectionTest,
  ConnectionTestInput,
  ConnectionView,
  EnvironmentsAnswer,
  EnvironmentUpdate,
  KafkaEnvironmentView,
} from './environments';
import type {
  FilesExportQuery,
  FilesPlan,
  FilesPlanInput,
  PromotionDiff,
  PromotionDiffInput,
} from './files';
import type {
  GroupDetail,
  GroupsQuery,
  GroupSummary,
  OffsetPreviewAnswer,
} from './groups';
import type { PoliciesAnswer, TopicPolicyView } from './policies';
import type {
  SubjectDetail,
  SubjectsQuery,
  SubjectSummary,
  SubjectVersionView,
} from './subjects';
import type { TopicDetail, TopicsQuery, TopicSummary } from './topics';

type Options = KafkaCallOptions;

/**
 * What the Kafka backend answers beside its requests, for which there is
 * `RequestsClient` of `@fairway/requests-common` with the plugin id
 * `kafka-self-serve`. Every method rejects with a `ResponseError` on failure;
 * its `cause.message` is made for people and `cause.code` is stable.
 *
 * @public
 */
export interface KafkaSelfServeApi {
  environments(options?: Options): Promise<EnvironmentsAnswer>;
  environment(name: string, options?: Options): Promise<KafkaEnvironmentView>;
  /** Administrators only, like the changes below. */
  createEnvironment(
    input: EnvironmentInput,
    options?: Options,
  ): Promise<KafkaEnvironmentView>;
  /** All of it; its name stays. */
  updateEnvironment(
    name: string,
    input: EnvironmentUpdate,
    options?: Options,
  ): Promise<KafkaEnvironmentView>;
  /** Refused with what it still holds. */
  deleteEnvironment(name: string, options?: Options): Promise<void>;
  testConnection(
    input: ConnectionTestInput,
    options?: Options,
  ): Promise<ConnectionTest>;
  /** YAML of all environments and topic policies, as `kafkaSelfServe` of the configuration takes them; no secrets. */
  definitions(options?: Options): Promise<string>;
  /** The connections of the configuration that an environment can refer to. */
  connections(options?: Options): Promise<{ items: ConnectionView[] }>;
  /** Reads the cluster again, and answers when that is done. */
  sync(name: string, options?: Options): Promise<SnapshotInfo>;

  applications(
    query?: ApplicationsQuery,
    options?: Options,
  ): Promise<KafkaPage<ApplicationSummary>>;
  application(name: string, options?: Options): Promise<ApplicationDetail>;
  limits(
    query?: { environment?: string[]; application?: string[] },
    options?: Options,
  ): Promise<{ items: LimitsView[] }>;

  topics(
    query?: TopicsQuery,
    options?: Options,
  ): Promise<KafkaPage<TopicSummary>>;
  /** For the search of the portal, with a service's token: all but those of private instances. */
  searchTopics(
    query?: Pick<TopicsQuery, 'cursor' | 'limit'>,
    options?: Options,
  ): Promise<KafkaPage<TopicSummary>>;
  topic(
    ref: { environment: string; name: string },
    options?: Options,
  ): Promise<TopicDetail>;
  groups(
    query?: GroupsQuery,
    options?: Options,
  ): Promise<KafkaPage<GroupSummary>>;
  group(
    ref: { environment: string; groupId: string },
    options?: Options,
  ): Promise<GroupDetail>;
  offsetPreview(
    input: OffsetResetPayload,
    options?: Options,
  ): Promise<OffsetPreviewAnswer>;
  subjects(
    query?: SubjectsQuery,
    options?: Options,
  ): Promise<KafkaPage<SubjectSummary>>;
  subject(
    ref: { environment: string; name: string },
    options?: Options,
  ): Promise<SubjectDetail>;
  subjectVersion(
    ref: { environment: string; name: string; version: number },
    options?: Options,
  ): Promise<SubjectVersionView>;

  acls(query?: AclsQuery, options?: Options): Promise<KafkaPage<AclView>>;
  grants(query?: GrantsQuery, options?: Options): Promise<KafkaPage<GrantView>>;
  credentials(
    query?: CredentialsQuery,
    options?: Options,
  ): Promise<KafkaPage<CredentialView>>;
  /** For the requester of a credential, once. */
  takePassword(
    requestId: string,
    options?: Options,
  ): Promise<CredentialPassword>;

  policies(options?: Options): Promise<PoliciesAnswer>;
  policy(name: string, options?: Options): Promise<TopicPolicyView>;
  /** Makes it, or replaces it. */
  putPolicy(
    name: string,
    input: TopicPolicyInput & { rowVersion?: number },
    options?: Options,
  ): Promise<TopicPolicyView>;
  /** Refused while an environment names it. */
  deletePolicy(name: string, options?: Options): Promise<void>;

  drift(query?: DriftQuery, options?: Options): Promise<KafkaPage<DriftEntry>>;
  chooseDrift(
    id: string,
    input: DriftChoice,
    options?: Options,
  ): Promise<DriftEntry>;
  orphans(
    query?: OrphansQuery,
    options?: Options,
  ): Promise<KafkaPage<OrphanView>>;
  importSuggestions(
    query: { environment: string; cursor?: string; limit?: number },
    options?: Options,
  ): Promise<KafkaPage<ImportSuggestion>>;
  import(input: ImportInput, options?: Options): Promise<ImportAnswer>;

  promotionDiff(
    input: PromotionDiffInput,
    options?: Options,
  ): Promise<PromotionDiff>;
  planFile(input: FilesPlanInput, options?: Options): Promise<FilesPlan>;
  /** YAML. */
  exportFile(query: FilesExportQuery, options?: Options): Promise<string>;
}
