// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  CatalogSubjects,
  ownershipServiceRef,
} from '@fairway/backstage-plugin-ownership-node';
import { selfServiceRequestPermissions } from '@fairway/backstage-plugin-self-service-common';
import { protectedRequests } from '@fairway/requests-node';
import { believedPayload } from './change/payload';
import { readSelfServiceConfig } from './config/readSelfServiceConfig';
import { connect } from './database';
import { createDispatches } from './dispatch/createDispatches';
import { DispatchedStore } from './dispatch/DispatchedStore';
import { Drift } from './drift/Drift';
import { Entities } from './entities/Entities';
import { ChangeGate } from './gate/ChangeGate';
import { Actions } from './hub/Actions';
import { ActionStatistics } from './hub/ActionStatistics';
import { registerSelfServiceActions } from './mcp/registerSelfServiceActions';
import { lifetimeClockServiceRef } from './lifetimes/clockServiceRef';
import { createLifetimes } from './lifetimes/createLifetimes';
import { ModuleInspector } from './modules/ModuleInspector';
import { VettedModules } from './modules/VettedModules';
import { CatalogPeople } from './people/CatalogPeople';
import { createRepositoryKind } from './newRepository/createRepositoryKind';
import { People } from './people/People';
import { createReports } from './reports/createReports';
import { Repositories } from './repositories/Repositories';
import {
  createChangeEngine,
  moduleUrls,
  PLUGIN_ID,
  requestUrls,
} from './requests/createChangeEngine';
import { laterHeldTargets } from './requests/heldTargets';
import { BaseReads } from './reads/BaseReads';
import { UnitReads } from './reads/UnitReads';
import { ResourceStore } from './resources/ResourceStore';
import { openReportRoutes } from './router/createReportRouter';
import { createRouter } from './router/createRouter';
import { watchChanges } from './watch/watchChanges';

/**
 * Self-service: requests that change infrastructure repositories. The only writer of Git.
 *
 * @public
 */
export const selfServicePlugin = createBackendPlugin({
  pluginId: 'self-service',
  register(env) {
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        clock: lifetimeClockServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        ownership: ownershipServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
      },
      async init(deps) {
        const { auth, catalog, httpAuth, httpRouter, lifecycle } = deps;
        const { config, ownership, permissions } = deps;
        const settings = readSelfServiceConfig(config);
        const knex = await connect(deps.database);
        const integrations = ScmIntegrations.fromConfig(config);
        const repositories = await Repositories.create(settings, {
          integrations,
        });
        const modules = VettedModules.create({
          ...repositories.modules(),
          ...settings.modules,
          ownerRef: settings.modules.owner ?? settings.administrators[0],
        });
        const inspector = ModuleInspector.create({
          ...repositories.modules(),
          ...settings.modules,
          modules,
        });
        const people = People.create({ catalog, auth });
        const directory = CatalogPeople.create({
          subjects: CatalogSubjects.create({ catalog, auth }),
          people,
        });
        const resources = ResourceStore.create({ knex });
        const dispatched = DispatchedStore.create({ knex });
        const { begin, held } = laterHeldTargets({ resources, dispatched });
        const lifetimes = createLifetimes({
          ...deps,
          ...{ knex, settings, resources, repositories, modules },
          ...{ people, directory, dispatched },
        });
        const dispatches = createDispatches({
          ...deps,
          ...{ knex, settings, people, dispatched, held, integrations },
          ...{ terms: lifetimes.terms, rules: lifetimes.rules },
          urlOf: requestUrls(config),
        });
        const { engine, changes } = await createChangeEngine({
          ...deps,
          knex,
          settings,
          directory,
          kinds: [
            lifetimes.kind,
            dispatches.kind,
            createRepositoryKind({ ...deps, people, repositories }),
          ],
          change: {
            gate: ChangeGate.create({
              auth,
              ownership,
              permissions,
              repositories,
              modules,
              inspector,
            }),
            ownership,
            repositories,
            people,
            resources,
            modules,
            inspector,
            ...{ terms: lifetimes.terms, rules: lifetimes.rules },
            held,
          },
        });
        begin({ engine, changes });
        const reads = BaseReads.create({
          ...deps,
          repositories,
          modules,
          inspector,
        });
        const units = UnitReads.create({
          ...deps,
          repositories,
          modules,
          reads,
        });
        registerSelfServiceActions({ ...deps, urlOf: requestUrls(config) });
        const shared = { ...deps, engine, changes, repositories, settings };
        openReportRoutes(httpRouter);
        const requests = protectedRequests({
          ...deps,
          pluginId: PLUGIN_ID,
          requestPermissions: selfServiceRequestPermissions,
          engine,
          people: directory,
          administrators: settings.administrators,
        });
        httpRouter.use(
          createRouter({
            ...requests,
            resources: await lifetimes.start({
              engine,
              requests: requests.service,
            }),
            believed: ({ payload }, credentials) =>
              believedPayload(payload, credentials),
            report: createReports({ ...shared, knex }),
            entities: Entities.create({
              ...shared,
              resources,
              lifetimes: lifetimes.store,
              dispatched: dispatches.entities({
                engine,
                lifetimes: lifetimes.store,
              }),
              modules,
              urlOf: requestUrls(config),
              moduleUrlOf: moduleUrls(config),
            }),
            modules,
            inspector,
            reads,
            units,
            actions: Actions.create({ ...deps, reads, units }),
            statistics: ActionStatistics.create({ store: engine.store }),
            drift: Drift.create({
              ...shared,
              resources,
              units,
              repoUrls: settings.repositories.map(({ repoUrl }) => repoUrl),
            }),
            httpAuth,
          }),
        );
        await watchChanges({ ...shared, people });
        lifecycle.addStartupHook(() => engine.worker.start());
        lifecycle.addShutdownHook(() => engine.worker.stop());
      },
    });
  },
});
