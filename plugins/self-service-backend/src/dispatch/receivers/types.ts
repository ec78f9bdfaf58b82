// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonValue } from '@backstage/types';
import type { DispatchTransport } from '@fairway/backstage-plugin-self-service-common';
import type { CatalogLifetime } from '@fairway/iac';

/** What a receiver takes as one of its values. */
export interface ValueRule {
  required: boolean;
  /** The whole text has to match. */
  pattern?: RegExp;
  enum?: string[];
}

interface AnyReceiver {
  name: string;
  title: string;
  transport: DispatchTransport;
  /** The policy's names; any if left out. */
  environments?: string[];
  services?: string[];
  /** Those that are taken, by name; any if left out. */
  values?: Record<string, ValueRule>;
  /** How long what it makes may live; as long as it is ordered if left out. */
  lifetime?: CatalogLifetime;
  /** From the dispatch to its end. */
  timeoutMilliseconds: number;
  /** Of whatever is configured, secrets left out. */
  digest: string;
}

export interface WorkflowReceiver extends AnyReceiver {
  transport: 'github-workflow';
  repoUrl: string;
  workflow: string;
  /** Branch or tag; the default branch if left out. */
  ref?: string;
  /** Templates; without, the request and every value. */
  inputs?: Record<string, string>;
  /** Time between two looks at the run. */
  pollMilliseconds: number;
}

export interface WebhookReceiver extends AnyReceiver {
  transport: 'webhook';
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** A template in its path and query; its origin is fixed. */
  url: string;
  /** Templates by name. */
  headers: Record<string, string>;
  body: JsonValue;
  secret?: string;
  /** Also addresses of private networks, and plain http. */
  allowPrivate: boolean;
  /** What ends it: a report, or that it was answered. */
  ends: 'report' | 'response';
}

export interface TopicReceiver extends AnyReceiver {
  transport: 'kafka-topic';
  bootstrapServers: string[];
  topic: string;
  value: JsonValue;
  /** Signs each message as a webhook is signed. */
  secret?: string;
  tls?: { ca?: string; cert?: string; key?: string };
  sasl?: {
    mechanism: 'PLAIN' | 'SCRAM-SHA-256' | 'SCRAM-SHA-512';
    username: string;
    password: string;
  };
}

export type Receiver = WorkflowReceiver | WebhookReceiver | TopicReceiver;
