// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { Clock } from '@fairway/backstage-plugin-ownership-node';
import type { BreakGlassService } from '../breakGlass/BreakGlassService';
import type { PolicyRevisionStore } from '../database/PolicyRevisionStore';
import type { OwnershipMetrics } from '../metrics';
import type { People } from '../people/People';
import type { LastGoodPolicy } from '../policy/LastGoodPolicy';

/** What the routes are made of; each router takes its part. */
export interface RouterOptions {
  auditor: AuditorService;
  breakGlass: BreakGlassService;
  clock: Clock;
  httpAuth: HttpAuthService;
  metrics: OwnershipMetrics;
  people: People;
  policy: LastGoodPolicy;
  revisions: Pick<PolicyRevisionStore, 'list' | 'find'>;
}
