// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  InstanceUsage,
  ObservedState,
  OpenKafkaRequest,
  OwnedPattern,
  TopicConfigDefinitions,
  TopicPolicy,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type {
  StoredApplication,
  StoredCredential,
  StoredEnvironment,
  StoredGrant,
  StoredInstance,
  StoredTopic,
} from './stored';

/** What of an environment a request touches: nothing else of it is read. */
export interface Touched {
  /** Read with those whose names collide, their owners, and the grants on them. */
  topics?: readonly string[];
  applications?: readonly string[];
  /** By id. */
  instances?: readonly string[];
  /** By id; read with who gives and who gets. */
  grants?: readonly string[];
  /** Names that come to be somebody's: whoever has one in common is read. */
  patterns?: readonly OwnedPattern[];
  principals?: readonly string[];
  /** Whether access ends or changes: then all that these instances and grantees may do is read. */
  access?: boolean;
  /** Whether the instances go: then what they hold is read. */
  leaving?: boolean;
}

/** What of it is read from the cluster now. */
export interface LiveParts {
  /** These topics; those that are not there are not in the answer. */
  topics?: readonly string[];
  /** Of the topics and the principals that are touched. */
  acls?: boolean;
  /** These subjects, with their latest schemas. */
  subjects?: readonly string[];
  /** Members and state; `offsets` with committed ones and the ends of the logs. */
  groups?: {
    ids?: readonly string[];
    ofTopics?: readonly string[];
    offsets?: boolean;
  };
  quotas?: boolean;
  scramUsers?: boolean;
}

/** As much of one environment, desired and observed, as the rules and the planner need for what is touched. */
export interface EnvironmentState {
  environment: StoredEnvironment;
  /** All, in their order. */
  environments: StoredEnvironment[];
  applications: StoredApplication[];
  instances: StoredInstance[];
  /** What the topics of each of the instances use up. */
  usages: ReadonlyMap<string, InstanceUsage>;
  /** Ended ones too. */
  grants: StoredGrant[];
  credentials: StoredCredential[];
  /** Desired, observed or both. */
  topics: StoredTopic[];
  /** Those that hold there. */
  policies: TopicPolicy[];
  observed: ObservedState;
  definitions: TopicConfigDefinitions;
  /** Whether the live parts were read from the cluster. */
  live: boolean;
  /** Whether the cluster keeps ACLs, as far as it was asked for any. */
  keepsAcls: boolean;
}

/** Loads desired and observed. */
export interface KafkaState {
  /**
   * @throws `kafka-environment-not-found`; with `live`, whatever the cluster throws:
   * nothing is planned from an old snapshot where a live read was asked for
   */
  load(
    environment: string,
    touched: Touched,
    options?: { live?: LiveParts },
  ): Promise<EnvironmentState>;
}

/** Requests that hold something: from their submission to their end. */
export interface OpenRequests {
  /** By `resourceRefs` of the common package. */
  about(resourceRefs: readonly string[]): Promise<OpenKafkaRequest[]>;
  /** Names of topics that are asked for by open requests about these or about names that collide with them. */
  pendingTopics(
    environment: string,
    names: readonly string[],
  ): Promise<string[]>;
}
