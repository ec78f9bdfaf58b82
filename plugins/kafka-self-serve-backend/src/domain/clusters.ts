// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  KafkaEnvironment,
  TopicConfigDefinitions,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { ClusterDescription, KafkaAdmin } from '../kafka/types';
import type { SchemaRegistry } from '../registry/types';

/** A cluster with its registry, for as long as the environment is there: nobody closes it but `Clusters`. */
export interface Cluster {
  environment: string;
  /** Key of the connection in the configuration. */
  connection: string;
  embedded: boolean;
  admin: KafkaAdmin;
  registry?: SchemaRegistry;
  /** Asked again after some seconds, and after a failure. */
  describe(): Promise<ClusterDescription>;
  /** What the brokers describe of topic configs; those of Kafka 4.4 while there is no topic to ask about. */
  definitions(): Promise<TopicConfigDefinitions>;
}

/** The clusters of the environments. */
export interface Clusters {
  /**
   * An embedded one is started, and gets what is desired again, before it is answered.
   *
   * @throws `kafka-environment-not-found`, `kafka-connection-unknown`, `kafka-embedded-unavailable`
   */
  of(environment: string): Promise<Cluster>;
  /** For a test of a connection, whatever environment uses it; `done` closes what it opened. */
  try(connection: string): Promise<{
    cluster: Omit<Cluster, 'environment'>;
    done(): Promise<void>;
  }>;
  /** Forgets and closes the cluster of an environment that went or got another connection. */
  forget(environment: string): Promise<void>;
  isEmbedded(environment: Pick<KafkaEnvironment, 'connection'>): boolean;
  close(): Promise<void>;
}
