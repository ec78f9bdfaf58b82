// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Secret } from './Secret';

/** @public */
export interface TlsSettings {
  /** Certificates to trust beside or instead of the system's, PEM. */
  ca?: string;
  /** The portal's own certificate for mutual TLS, PEM; `key` with it. */
  certificate?: string;
  key?: Secret;
  keyPassphrase?: Secret;
  /** Name in the brokers' certificates, where it is not the host that is connected to. */
  serverName?: string;
}

/** @public */
export interface SaslSettings {
  mechanism: 'PLAIN' | 'SCRAM-SHA-256' | 'SCRAM-SHA-512';
  username: string;
  password: Secret;
}

/** How a schema registry with Confluent's API is reached. @public */
export interface RegistryConnection {
  /** Without a slash at the end. */
  url: string;
  username?: string;
  password?: Secret;
}

/** How a Kafka cluster is reached. @public */
export interface KafkaConnection {
  /** Its key in the configuration, used in messages. */
  name: string;
  /** `host:port` of some of the brokers. */
  bootstrapServers: string[];
  /** Left out: no TLS. */
  tls?: TlsSettings;
  /** Left out: nobody signs in. */
  sasl?: SaslSettings;
  schemaRegistry?: RegistryConnection;
  /** Milliseconds. */
  connectTimeout: number;
  /** Milliseconds until an answer counts as lost. */
  requestTimeout: number;
}

/** A cluster that runs inside of the portal, for the demo and development. @public */
export interface EmbeddedConnection {
  name: string;
  embedded: true;
  /** The same at every start. */
  clusterId: string;
  brokers?: number;
}

/** @public */
export type ClusterConnection = KafkaConnection | EmbeddedConnection;

/** @public */
export const DEFAULT_CONNECT_TIMEOUT = 5_000;
/** @public */
export const DEFAULT_REQUEST_TIMEOUT = 30_000;
