// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  ApplicationsQuery,
  CredentialsQuery,
  EnvironmentCounts,
  EnvironmentStatus,
  GrantsQuery,
  GroupsQuery,
  InstanceUsage,
  ObservedSubject,
  OwnedPattern,
  SubjectSpec,
  SubjectsQuery,
  TopicsQuery,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { Knex } from 'knex';
import type {
  DesiredTopic,
  GroupObservation,
  Holdings,
  InstanceFigures,
  PasswordTicket,
  StoredApplication,
  StoredCredential,
  StoredEnvironment,
  StoredGrant,
  StoredGroup,
  StoredInstance,
  StoredPolicy,
  StoredSubject,
  StoredTopic,
  TopicObservation,
} from './stored';
import type {
  DriftStore,
  LagStore,
  OffsetStore,
  SnapshotStore,
} from './observedStores';
import type { StoredPage, Viewer } from './viewer';

/** By name; errors: `environment-exists`, `kafka-environment-not-found`, `kafka-row-moved`. */
export interface EnvironmentStore {
  /** In their order. */
  list(): Promise<StoredEnvironment[]>;
  get(name: string): Promise<StoredEnvironment | undefined>;
  insert(
    environment: Omit<StoredEnvironment, 'rowVersion' | 'status'>,
  ): Promise<StoredEnvironment>;
  /** Compare-and-set where a `rowVersion` is given. `status` is not written. */
  update(
    environment: Omit<StoredEnvironment, 'rowVersion' | 'status'> & {
      rowVersion?: number;
    },
  ): Promise<StoredEnvironment>;
  /**
   * Inside of a transaction: nobody else writes it, or gives it an instance, until the end.
   *
   * @throws `kafka-environment-not-found`
   */
  lock(name: string): Promise<void>;
  /** With its snapshot, lag, drift and everything that was observed. Ask `holdings` first. */
  remove(name: string): Promise<void>;
  setStatus(name: string, status: EnvironmentStatus): Promise<void>;
  holdings(name: string): Promise<Holdings>;
  counts(): Promise<Map<string, EnvironmentCounts>>;
}

/** Whose an instance is. */
export type InstanceOwner = Pick<
  StoredInstance,
  'id' | 'application' | 'ownerRef'
>;

/** How instances are concerned; any of these. */
export interface Involved {
  ids?: readonly string[];
  /** They own a name that one of these stands for. */
  patterns?: readonly OwnedPattern[];
  principals?: readonly string[];
}

export interface ApplicationStore {
  list(): Promise<StoredApplication[]>;
  page(
    query: ApplicationsQuery,
    viewer: Viewer,
  ): Promise<StoredPage<StoredApplication>>;
  get(name: string): Promise<StoredApplication | undefined>;
  /** Makes or replaces it. */
  put(application: StoredApplication): Promise<void>;
  remove(name: string): Promise<void>;

  instances(filter?: {
    environment?: string;
    application?: string;
  }): Promise<StoredInstance[]>;
  /** Only those of an environment that are concerned, however many there are. */
  involved(environment: string, by: Involved): Promise<StoredInstance[]>;
  /** Whose these are, by id; nothing else of them is read. */
  owners(ids: readonly string[]): Promise<Map<string, InstanceOwner>>;
  /** Ids of private instances of other groups than these. */
  privateOfOthers(refs: readonly string[]): Promise<string[]>;
  instance(id: string): Promise<StoredInstance | undefined>;
  /** Makes or replaces it; where it has other names than before, owners are found anew. */
  putInstance(instance: Omit<StoredInstance, 'ownerRef'>): Promise<void>;
  /** Several at once, as a transfer does. */
  putInstances(
    instances: readonly Omit<StoredInstance, 'ownerRef'>[],
  ): Promise<void>;
  removeInstance(id: string): Promise<void>;
  /** What their topics use up, of each that is named. */
  usages(ids: readonly string[]): Promise<Map<string, InstanceUsage>>;
  /** Of all instances, or of those that are named. */
  figures(ids?: readonly string[]): Promise<Map<string, InstanceFigures>>;
}

export interface TopicStore {
  get(environment: string, name: string): Promise<StoredTopic | undefined>;
  getMany(
    environment: string,
    names: readonly string[],
  ): Promise<StoredTopic[]>;
  /** Those of these names, and those that cannot be in one cluster with them, as `foldTopicName` has it. */
  alike(environment: string, names: readonly string[]): Promise<StoredTopic[]>;
  /** Everything of an environment, or of an instance, sorted by name; internal topics are left out. */
  all(filter: {
    environment: string;
    instance?: string;
  }): Promise<StoredTopic[]>;
  /** Everything of an environment, some at a time in the database's order. */
  each(environment: string): AsyncIterable<StoredTopic[]>;
  /** Sorted. */
  desiredNames(environment: string): Promise<string[]>;
  /** Of what is on the cluster and nobody's, sorted. */
  orphanNames(environment: string): Promise<string[]>;
  /** Keys of the configs that are desired of any topic, sorted. */
  desiredConfigs(environment: string): Promise<string[]>;
  page(query: TopicsQuery, viewer: Viewer): Promise<StoredPage<StoredTopic>>;
  /** Makes or changes what is desired; clears a failure and a deletion. Owners are found by the patterns. */
  setDesired(topics: readonly DesiredTopic[]): Promise<void>;
  /** Nothing is desired of them any more; a row that nobody observes goes. */
  removeDesired(environment: string, names: readonly string[]): Promise<void>;
  setProtection(
    environment: string,
    name: string,
    deletionProtection: boolean,
  ): Promise<void>;
  /** `deleteAfter` left out ends it. ISO 8601. */
  setDeleting(
    environment: string,
    name: string,
    deleteAfter: string | undefined,
  ): Promise<void>;
  setFailure(
    environment: string,
    name: string,
    failure: string | undefined,
  ): Promise<void>;
  /** What was read back after a change, between two syncs. */
  setObserved(
    environment: string,
    topics: readonly TopicObservation[],
  ): Promise<void>;
  /** They are gone from the cluster. */
  removeObserved(environment: string, names: readonly string[]): Promise<void>;
}

export interface GroupStore {
  get(environment: string, groupId: string): Promise<StoredGroup | undefined>;
  /** Those that read a topic, sorted. */
  ofTopic(environment: string, topic: string): Promise<StoredGroup[]>;
  all(filter: {
    environment: string;
    instance?: string;
  }): Promise<StoredGroup[]>;
  page(query: GroupsQuery, viewer: Viewer): Promise<StoredPage<StoredGroup>>;
  setObserved(
    environment: string,
    groups: readonly GroupObservation[],
  ): Promise<void>;
}

export interface SubjectStore {
  get(environment: string, name: string): Promise<StoredSubject | undefined>;
  /** Without the texts of schemas unless they are asked for. */
  all(filter: {
    environment: string;
    instance?: string;
    schemas?: boolean;
  }): Promise<StoredSubject[]>;
  ofTopic(environment: string, topic: string): Promise<StoredSubject[]>;
  page(
    query: SubjectsQuery,
    viewer: Viewer,
  ): Promise<StoredPage<StoredSubject>>;
  setDesired(
    environment: string,
    subjects: readonly SubjectSpec[],
    options?: { requestId?: string },
  ): Promise<void>;
  removeDesired(environment: string, names: readonly string[]): Promise<void>;
  setObserved(
    environment: string,
    subjects: readonly ObservedSubject[],
  ): Promise<void>;
}

export interface GrantStore {
  get(id: string): Promise<StoredGrant | undefined>;
  /** Of an environment, ended ones too unless `active`: those that have not ended at that time. */
  list(filter: {
    environment?: string;
    /** Gives or gets. */
    instance?: string;
    /** ISO 8601. */
    activeAt?: string;
  }): Promise<StoredGrant[]>;
  /** Only those that are concerned in any of these ways, ended ones too. */
  involved(
    environment: string,
    by: {
      ids?: readonly string[];
      /** They are on one of these topics, by its name or its beginning. */
      topics?: readonly string[];
      owners?: readonly string[];
      grantees?: readonly string[];
    },
  ): Promise<StoredGrant[]>;
  page(query: GrantsQuery, viewer: Viewer): Promise<StoredPage<StoredGrant>>;
  put(grants: readonly StoredGrant[]): Promise<void>;
  /** Ended by this time, and still on the cluster. */
  expired(at: string): Promise<StoredGrant[]>;
}

export interface CredentialStore {
  get(id: string): Promise<StoredCredential | undefined>;
  ofUser(
    environment: string,
    username: string,
  ): Promise<StoredCredential | undefined>;
  list(filter: {
    environment?: string;
    instance?: string;
  }): Promise<StoredCredential[]>;
  page(
    query: CredentialsQuery,
    viewer: Viewer,
  ): Promise<StoredPage<StoredCredential>>;
  put(credential: StoredCredential): Promise<void>;
  remove(id: string): Promise<void>;
  /** Replaces an earlier ticket of the same credential. */
  putTicket(ticket: PasswordTicket): Promise<void>;
  /** Once, and only for its requester before it expires; undefined otherwise. */
  takeTicket(options: {
    requestId: string;
    requesterRef: string;
    /** ISO 8601. */
    now: string;
  }): Promise<PasswordTicket | undefined>;
  /** Credentials with a living ticket. */
  waitingTickets(now: string): Promise<Set<string>>;
  pruneTickets(now: string): Promise<void>;
}

export interface PolicyStore {
  list(): Promise<StoredPolicy[]>;
  get(name: string): Promise<StoredPolicy | undefined>;
  /** Compare-and-set where a `rowVersion` is given. */
  put(
    policy: Omit<StoredPolicy, 'rowVersion'> & { rowVersion?: number },
  ): Promise<StoredPolicy>;
  remove(name: string): Promise<void>;
}

/**
 * Everything that this plugin keeps beside its requests. Each method is one
 * transaction of its own, unless the stores were bound to one.
 */
export interface KafkaStores {
  environments: EnvironmentStore;
  applications: ApplicationStore;
  topics: TopicStore;
  groups: GroupStore;
  subjects: SubjectStore;
  grants: GrantStore;
  credentials: CredentialStore;
  policies: PolicyStore;
  snapshots: SnapshotStore;
  lag: LagStore;
  offsets: OffsetStore;
  drift: DriftStore;
  /**
   * The same stores inside of a transaction: that of a step's result for example.
   *
   * @example
   * ```ts
   * return {
   *   status: 'done',
   *   also: transaction => stores.within(transaction).topics.setDesired([topic]),
   * };
   * ```
   */
  within(transaction: Knex.Transaction): KafkaStores;
  /** Everything or nothing, tried again where the database broke it off. */
  transaction<T>(work: (stores: KafkaStores) => Promise<T>): Promise<T>;
}
