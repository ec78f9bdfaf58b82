// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Clock, PeopleDirectory } from '@fairway/requests-node';
import type { Authority } from './authority';
import type { Clusters } from './clusters';
import type { KafkaState, OpenRequests } from './state';
import type { KafkaStores } from './stores';

/** What the parts of this plugin are made of; each takes what it uses. */
export interface KafkaParts {
  stores: KafkaStores;
  clusters: Clusters;
  state: KafkaState;
  authority: Authority;
  openRequests: OpenRequests;
  people: PeopleDirectory;
  /** Users and groups by the configuration, as entity refs. */
  administrators: readonly string[];
  scheduler: SchedulerService;
  clock: Clock;
  logger: LoggerService;
}
