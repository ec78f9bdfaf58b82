// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestAction } from '@fairway/requests-common';
import type {
  Application,
  ApplicationInstance,
  InstanceUsage,
} from '../model/application';
import type { InstanceLimits } from '../model/environment';
import type { CredentialView, GrantView } from './access';
import type { KafkaPageQuery, OpenKafkaRequest } from './common';

/** @public */
export interface ApplicationsQuery extends KafkaPageQuery {
  /** Groups, as entity refs. */
  owner?: string[];
  environment?: string[];
  /** Only those of the caller's groups. */
  mine?: boolean;
  /** Catalog component or system, as entity ref. */
  component?: string[];
}

/** @public */
export interface ApplicationSummary extends Application {
  /** Names of the environments that it is in, in their order. */
  environments: string[];
  topics: number;
  /** Whether the caller is of the group that owns it. */
  mine: boolean;
}

/** Usage beside what may be used. @public */
export interface LimitsView {
  instance: string;
  application: string;
  environment: string;
  usage: InstanceUsage;
  /** What holds: its own, else the environment's; left out of it: no limit. */
  limits: InstanceLimits;
  /** Which of them are its own. */
  own: InstanceLimits;
}

/** @public */
export interface InstanceView extends ApplicationInstance {
  usage: InstanceUsage;
  /** What holds. */
  effectiveLimits: InstanceLimits;
  counts: { topics: number; groups: number; subjects: number };
  credentials: CredentialView[];
}

/** @public */
export type ApplicationActionName =
  | 'edit'
  | 'delete'
  | 'add-instance'
  | 'request-topic'
  | 'request-credential'
  | 'request-limits';

/** Answer of `GET /applications/:name`. @public */
export interface ApplicationDetail extends ApplicationSummary {
  instances: InstanceView[];
  /** What others gave it. */
  accessIn: GrantView[];
  /** What it gave others. */
  accessOut: GrantView[];
  openRequests: OpenKafkaRequest[];
  actions: Record<ApplicationActionName, RequestAction>;
}
