// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Failpoints } from '../failpoints';
import type { RequestMetrics } from '../metrics';
import type { RequestStore } from '../store/types';
import type { Clock, PeopleDirectory } from '../types';
import type { Kinds } from './Kinds';
import type { WebhookPlaces } from './news';

/** What service and worker are made of. */
export interface RequestParts {
  store: RequestStore;
  kinds: Kinds;
  people: PeopleDirectory;
  clock: Clock;
  logger: LoggerService;
  failpoints: Failpoints;
  /** Wakes a worker: there may be work. */
  nudge: () => void;
  metrics?: RequestMetrics;
  /** Which configured webhooks want a piece of news. */
  webhookPlaces?: WebhookPlaces;
  /** How long a draft is kept. */
  draftLifetimeMilliseconds: number;
}

/** A day. */
export const DRAFT_LIFETIME_MILLISECONDS = 24 * 60 * 60 * 1000;
