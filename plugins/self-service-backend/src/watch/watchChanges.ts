// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AuditorService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import type { RequestEngine } from '@fairway/requests-node';
import type { SelfServiceSettings } from '../config/readSelfServiceConfig';
import type { People } from '../people/People';
import type { Repositories } from '../repositories/Repositories';
import type { ChangeRequests } from '../requests/ChangeRequests';
import { ChangeWatch } from './ChangeWatch';
import { HostEvents } from './HostEvents';

/** Looks after pull requests at every webhook of their host, and now and then without one; one replica at a time. */
export async function watchChanges(options: {
  changes: ChangeRequests;
  engine: RequestEngine;
  repositories: Repositories;
  people: People;
  settings: SelfServiceSettings;
  events: EventsService;
  scheduler: SchedulerService;
  auditor: AuditorService;
  logger: LoggerService;
}): Promise<void> {
  const { people, repositories, scheduler, settings } = options;
  const { frequency } = settings.watch;
  const watch = ChangeWatch.create({
    ...options,
    parts: { people, repositories },
  });
  await HostEvents.create({
    ...options,
    look: hint => watch.lookAfter(hint),
  }).subscribe();
  await scheduler.scheduleTask({
    id: 'self-service-watch',
    scope: 'global',
    frequency,
    initialDelay: frequency,
    timeout: { minutes: 10 },
    fn: signal => watch.lookAtAll(signal),
  });
}
