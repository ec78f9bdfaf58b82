// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestAction } from '@fairway/requests-common';
import type { KafkaEnvironment } from '../model/environment';
import type { EnvironmentInput } from '../schemas/environments';
import type { Problem } from '../problems';

/** What an environment holds, out of its snapshot and what is desired. @public */
export interface EnvironmentCounts {
  instances: number;
  topics: number;
  /** Topics that nobody owns. */
  orphans: number;
  groups: number;
  subjects: number;
  grants: number;
  /** Topics that are not as desired: drifted, missing or failed. */
  drifted: number;
}

/** @public */
export type EnvironmentActionName = 'edit' | 'delete' | 'test' | 'sync';

/** An environment as `GET /environments` shows it. @public */
export interface KafkaEnvironmentView extends KafkaEnvironment {
  /** In memory of the portal: messages and offsets are lost over a restart. */
  embedded: boolean;
  /** Comes from the configuration, which wins at every start: it is changed there. */
  configured: boolean;
  /** Tier of the policy's environment, where an ownership policy is there. */
  tier?: string;
  counts: EnvironmentCounts;
  /** For compare-and-set; send it back with `PUT`. */
  rowVersion: number;
  actions: Record<EnvironmentActionName, RequestAction>;
}

/** Answer of `GET /environments`, in their order. @public */
export interface EnvironmentsAnswer {
  items: KafkaEnvironmentView[];
  actions: { create: RequestAction };
  /** Set where an embedded cluster cannot run: what to install. */
  embeddedUnavailable?: { reason: string; remedy: string };
}

/** Body of `PUT /environments/:name`. @public */
export type EnvironmentUpdate = EnvironmentInput & { rowVersion?: number };

/** Body of `POST /environments/test`: nothing is kept. @public */
export interface ConnectionTestInput {
  /** Key of a connection in the configuration. */
  connection: string;
  /** The environment that it is for, which may have the cluster already. */
  environment?: string;
}

/** One of the things that were tried. @public */
export interface ConnectionCheck {
  /** `brokers`, `access-control`, `groups`, `users`, `quotas`, `registry`. */
  name: string;
  state: 'passed' | 'warning' | 'failed' | 'skipped';
  /** For people: what was found, or what is wrong and what to do. */
  message: string;
}

/** Answer of `POST /environments/test`. @public */
export interface ConnectionTest {
  reachable: boolean;
  version?: string;
  brokers?: number;
  clusterId?: string;
  topics?: number;
  /** Whether the registry answered; left out: the connection has none. */
  registry?: boolean;
  /** Milliseconds. */
  took: number;
  checks: ConnectionCheck[];
  /** Why no environment can be made with it: another one has the cluster. */
  problems: Problem[];
}

/** A connection of the configuration, without anything secret. @public */
export interface ConnectionView {
  name: string;
  embedded: boolean;
  /** `host:port` of some brokers; none of an embedded one. */
  bootstrapServers: string[];
  /** For people: `SASL SCRAM-SHA-512 over TLS`. */
  security: string;
  schemaRegistry: boolean;
  /** The environment that uses it. */
  usedBy?: string;
}
