// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { InstanceLimits } from './environment';

/** What Kafka and the registry name, and what can be owned. @public */
export type ResourceType = 'TOPIC' | 'GROUP' | 'SUBJECT' | 'TRANSACTIONAL_ID';

/** @public */
export type PatternType = 'LITERAL' | 'PREFIXED';

/** One name, or every name that begins with it. @public */
export interface NamePattern {
  pattern: PatternType;
  name: string;
}

/** @public */
export interface OwnedPattern extends NamePattern {
  type: ResourceType;
}

/** A streaming application or pipeline. @public */
export interface Application {
  name: string;
  displayName?: string;
  description?: string;
  /** Full entity ref of the Group that owns it. */
  ownerRef: string;
  /** Full entity ref of the Component or System that it is in the catalog. */
  componentRef: string;
}

/** Bytes a second that the clients of an instance may move; left out: no quota. @public */
export interface ClientQuota {
  producerByteRate?: number;
  consumerByteRate?: number;
}

/** Whether others may see the resources of an instance. @public */
export type Visibility = 'public' | 'private';

/** An application in an environment: who it is there, and what it owns. @public */
export interface ApplicationInstance {
  /** `<application>@<environment>`, see `instanceId`. */
  id: string;
  application: string;
  environment: string;
  /** Kafka principals, for example `User:payments`. */
  principals: string[];
  patterns: OwnedPattern[];
  limits: InstanceLimits;
  quota?: ClientQuota;
  visibility: Visibility;
}

/** @public */
export interface InstanceUsage {
  topics: number;
  partitions: number;
  bytes: number;
}

/** @public */
export function instanceId(options: {
  application: string;
  environment: string;
}): string {
  return `${options.application}@${options.environment}`;
}
