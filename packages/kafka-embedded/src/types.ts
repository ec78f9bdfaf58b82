// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { KafkaEmbeddedError } from './errors';

/** @public */
export type SaslMechanism = 'PLAIN' | 'SCRAM-SHA-256' | 'SCRAM-SHA-512';

/** Someone who may sign in. @public */
export interface EmbeddedUser {
  username: string;
  password: string;
  /** `SCRAM-SHA-512` unless given. */
  mechanism?: SaslMechanism;
}

/** @public */
export interface EmbeddedClusterOptions {
  /** What the brokers call the cluster: 1–64 of `[A-Za-z0-9_-]`. Keep it the same over restarts. */
  clusterId: string;
  /** 1–9, 3 unless given (or as many as `ports`). */
  brokers?: number;
  /** The loopback port of each broker; 0, and any that is not given, means a free one. */
  ports?: readonly number[];
  /** Whether a schema registry is started beside the brokers: true unless given. */
  registry?: boolean;
  /** The loopback port of the registry; a free one unless given. */
  registryPort?: number;
  /**
   * Who may do everything. With at least one, every connection has to sign in and ACLs are enforced; without,
   * everyone may do everything, and ACLs are stored only.
   */
  superusers?: readonly EmbeddedUser[];
  /** Who may sign in from the start and needs ACLs; others come by the protocol (SCRAM). */
  users?: readonly EmbeddedUser[];
  /** Whether clients create topics by asking for them: false unless given. */
  autoCreateTopics?: boolean;
  /** Of topics that are created without a number of partitions: 1 unless given. */
  defaultPartitions?: number;
  /** Broker configs by Kafka's names, for example `group.consumer.session.timeout.ms`. */
  brokerConfigs?: Readonly<Record<string, string>>;
  /** Called once for each time that the cluster ends without having been stopped. */
  onCrash?: (error: KafkaEmbeddedError) => void;
}

/** Whether the program of the cluster was built, or why not and what to do. @public */
export type EmbeddedAvailability =
  | { available: true }
  | { available: false; reason: string; remedy: string };

/** @public */
export type EmbeddedClusterState = 'running' | 'stopped' | 'crashed';
