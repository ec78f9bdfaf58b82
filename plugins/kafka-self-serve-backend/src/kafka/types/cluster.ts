// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** @public */
export interface ClusterBroker {
  id: number;
  host: string;
  port: number;
  rack?: string;
}

/** What a cluster can do beside topics and groups. @public */
export interface ClusterFeatures {
  /** Users that can be made by the protocol. */
  scramUsers: boolean;
  /** Groups of the new protocol (KIP-848). */
  consumerGroups: boolean;
  quotas: boolean;
  diskUse: boolean;
}

/** @public */
export interface ClusterDescription {
  /** What the brokers call the cluster; two connections with one id are one cluster. */
  clusterId: string;
  /** Broker that takes changes; left out while there is none. */
  controllerId?: number;
  /** Those that are alive. */
  brokers: ClusterBroker[];
  /** For example `4.4`, from the features that the brokers report; left out where they report none. */
  version?: string;
  features: ClusterFeatures;
}
