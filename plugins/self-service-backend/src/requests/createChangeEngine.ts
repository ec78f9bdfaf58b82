// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AuditorService,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { EventsService } from '@backstage/plugin-events-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import {
  ENTITIES_TOPIC,
  type EntitiesEvent,
} from '@fairway/backstage-plugin-self-service-common';
import {
  createDelivery,
  createRequestEngine,
  createRequestMetrics,
  Failpoints,
  type PeopleDirectory,
  type RequestEngine,
  type RequestKind,
  WebhookSender,
} from '@fairway/requests-node';
import type { Knex } from 'knex';
import { createChangeKind } from '../change/createChangeKind';
import type { ChangeParts } from '../change/types';
import type { SelfServiceSettings } from '../config/readSelfServiceConfig';
import { ChangeRequests } from './ChangeRequests';

export const PLUGIN_ID = 'self-service';

const pathOf = (requestId: string) => `/self-service/requests/${requestId}`;

/** Absolute addresses of the pages of requests. */
export function requestUrls(
  config: RootConfigService,
): (requestId: string) => string {
  const base = config.getString('app.baseUrl').replace(/\/+$/, '');
  return requestId => `${base}${pathOf(requestId)}`;
}

/** Where people read about a module. */
export function moduleUrls(
  config: RootConfigService,
): (name: string) => string {
  const base = config.getString('app.baseUrl').replace(/\/+$/, '');
  return name => `${base}/self-service/modules/${encodeURIComponent(name)}`;
}

/** The request engine of this plugin, with the kind `change`. */
export async function createChangeEngine(options: {
  auditor: AuditorService;
  config: RootConfigService;
  events: EventsService;
  logger: LoggerService;
  metrics: MetricsService;
  notifications: NotificationService;
  signals: SignalsService;
  knex: Knex;
  settings: SelfServiceSettings;
  directory: PeopleDirectory;
  change: Omit<ChangeParts, 'urlOf' | 'logger'>;
  /** Kinds beside it. */
  kinds: RequestKind[];
}): Promise<{ engine: RequestEngine; changes: ChangeRequests }> {
  const { auditor, config, knex, logger, notifications, signals } = options;
  const { change, directory, events, settings } = options;
  const clock = () => new Date();
  const urlOf = requestUrls(config);
  const webhooks = WebhookSender.create({
    targets: settings.webhooks,
    urlOf,
    clock,
  });
  const deliver = createDelivery({
    pluginId: PLUGIN_ID,
    notifications,
    signals,
    auditor,
    webhooks,
    pathOf,
  });
  const engine = await createRequestEngine({
    database: knex,
    kinds: [createChangeKind({ ...change, urlOf, logger }), ...options.kinds],
    people: directory,
    clock,
    logger,
    ...settings.worker,
    failpoints: Failpoints.fromEnvironment(),
    metrics: createRequestMetrics(options.metrics, PLUGIN_ID),
    webhookPlaces: news => webhooks.targetsOf(news),
    async deliver(message) {
      await deliver(message);
      if (message.channel !== 'signal') return;
      // What moves a request moves what the catalog shows.
      const eventPayload: EntitiesEvent = { pluginId: PLUGIN_ID };
      await events.publish({ topic: ENTITIES_TOPIC, eventPayload });
    },
  });
  return { engine, changes: ChangeRequests.create({ store: engine.store }) };
}
