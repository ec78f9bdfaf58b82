// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AuditorService,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import { KAFKA_SELF_SERVE_PLUGIN_ID as pluginId } from '@fairway/backstage-plugin-kafka-self-serve-common';
import {
  createDelivery,
  createRequestEngine,
  createRequestMetrics,
  Failpoints,
  type RequestEngine,
  type RequestStore,
  WebhookSender,
  type WebhookTarget,
} from '@fairway/requests-node';
import type { Knex } from 'knex';
import type { WorkerSettings } from '../config/readSelfServeConfig';
import type { KafkaParts } from '../domain/parts';
import { createKafkaKinds, withGrantExpiry } from '../requests';
import type { EngineRequests } from '../state/EngineRequests';

/** Where the pages of this plugin are. */
const pathOf = (requestId: string) => `/kafka/requests/${requestId}`;

/** The request engine of this plugin, with every kind of Kafka request. */
export async function createKafkaEngine(options: {
  knex: Knex;
  parts: KafkaParts;
  openRequests: EngineRequests;
  worker: WorkerSettings;
  webhooks: WebhookTarget[];
  config: RootConfigService;
  auditor: AuditorService;
  logger: LoggerService;
  metrics: MetricsService;
  notifications: NotificationService;
  signals: SignalsService;
}): Promise<RequestEngine> {
  const { knex, parts, openRequests, worker, logger } = options;
  const { auditor, notifications, signals } = options;
  // The kinds ask what the engine keeps, and the engine is made with the kinds.
  const own: { store?: RequestStore } = {};
  const kinds = createKafkaKinds({
    ...parts,
    stored: async id => own.store?.get(id),
  });
  const base = options.config.getString('app.baseUrl').replace(/\/+$/, '');
  const webhooks = WebhookSender.create({
    targets: options.webhooks,
    urlOf: requestId => `${base}${pathOf(requestId)}`,
    clock: parts.clock,
  });
  const engine = await createRequestEngine({
    database: knex,
    kinds,
    people: withGrantExpiry(parts.people),
    clock: parts.clock,
    logger,
    ...worker,
    failpoints: Failpoints.fromEnvironment(),
    metrics: createRequestMetrics(options.metrics, pluginId),
    webhookPlaces: news => webhooks.targetsOf(news),
    deliver: createDelivery({
      pluginId,
      notifications,
      signals,
      auditor,
      webhooks,
      pathOf,
    }),
  });
  own.store = engine.store;
  openRequests.attach(engine.store);
  return engine;
}
