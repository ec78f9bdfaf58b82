// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AuditorService,
  AuthService,
  LoggerService,
  PermissionsService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import {
  ENTITIES_TOPIC,
  type EntitiesEvent,
} from '@fairway/backstage-plugin-self-service-common';
import type { OwnershipService } from '@fairway/backstage-plugin-ownership-node';
import type {
  Clock,
  PeopleDirectory,
  RequestEngine,
  RequestKind,
  RequestService,
} from '@fairway/requests-node';
import type { Knex } from 'knex';
import type { SelfServiceSettings } from '../config/readSelfServiceConfig';
import type { VettedModules } from '../modules/VettedModules';
import type { People } from '../people/People';
import type { Repositories } from '../repositories/Repositories';
import type { DispatchedStore } from '../dispatch/DispatchedStore';
import { Holdings } from '../resources/Holdings';
import { ResourcePages } from '../resources/ResourcePages';
import type { ResourceStore } from '../resources/ResourceStore';
import { createLifetimeKind } from './createLifetimeKind';
import { Extending } from './Extending';
import { LifetimeRounds } from './LifetimeRounds';
import { LifetimeRules } from './LifetimeRules';
import { LifetimeStore } from './LifetimeStore';
import { ManagedResources } from './ManagedResources';
import { Reconciler } from './Reconciler';
import { RemovalOpener } from './RemovalOpener';
import { ResourceNews } from './ResourceNews';
import { TemplateTerms } from './TemplateTerms';

/** What the ends of resources are made of. */
export interface LifetimesOptions {
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  events: EventsService;
  logger: LoggerService;
  notifications: NotificationService;
  ownership: OwnershipService;
  permissions: PermissionsService;
  scheduler: SchedulerService;
  knex: Knex;
  settings: SelfServiceSettings;
  resources: ResourceStore;
  dispatched: DispatchedStore;
  repositories: Repositories;
  modules: VettedModules;
  people: People;
  directory: PeopleDirectory;
  clock: Clock;
}

/** The parts, before the engine is there and after. */
export interface Lifetimes {
  terms: TemplateTerms;
  rules: LifetimeRules;
  store: LifetimeStore;
  /** For the engine. */
  kind: RequestKind;
  rounds(engine: RequestEngine): {
    rounds: LifetimeRounds;
    reconciler: Reconciler;
    news: ResourceNews;
  };
  /** Begins to look after ends, and answers what routes call. */
  start(engine: {
    engine: RequestEngine;
    requests: Pick<RequestService, 'create'>;
  }): Promise<ManagedResources>;
}

export function createLifetimes(options: LifetimesOptions): Lifetimes {
  const { events, knex, scheduler } = options;
  const { administrators, lifetimes: settings } = options.settings;
  const lifetimes = LifetimeStore.create({ knex });
  const moved = async () => {
    const eventPayload: EntitiesEvent = { pluginId: 'self-service' };
    await events.publish({ topic: ENTITIES_TOPIC, eventPayload });
  };
  const resources = Holdings.create(options);
  const rules = LifetimeRules.create({
    modules: options.modules,
    receivers: options.settings.dispatch,
  });
  const shared = { ...options, resources, lifetimes, moved, rules };
  // The kind needs what needs the engine.
  const own: { extending?: Extending } = {};
  const attach = (engine: RequestEngine) => {
    const extending = Extending.create({ ...shared, engine });
    own.extending = extending;
    const opener = RemovalOpener.create({ ...shared, engine });
    return {
      extending,
      rounds: LifetimeRounds.create({ ...shared, engine, opener }),
      reconciler: Reconciler.create({
        ...shared,
        resources: options.resources,
        held: resources,
      }),
      news: ResourceNews.create(shared),
    };
  };
  return {
    terms: TemplateTerms.create(options),
    rules,
    store: lifetimes,
    kind: createLifetimeKind({
      ...shared,
      administrators,
      extending: () => own.extending!,
    }) as unknown as RequestKind,
    rounds: attach,
    async start({ engine, requests }) {
      const { extending, news, reconciler, rounds } = attach(engine);
      const task = { scope: 'global', timeout: { minutes: 10 } } as const;
      await scheduler.scheduleTask({
        ...task,
        id: 'self-service-lifetimes',
        frequency: settings.every,
        initialDelay: settings.every,
        async fn(signal) {
          await rounds.round(signal);
          await news.deliver();
        },
      });
      await scheduler.scheduleTask({
        ...task,
        id: 'self-service-reconcile',
        frequency: settings.reconcile,
        initialDelay: settings.reconcile,
        fn: signal => reconciler.round(signal),
      });
      return ManagedResources.create({
        ...shared,
        extending,
        requests,
        pages: ResourcePages.create({ knex }),
      });
    },
  };
}
