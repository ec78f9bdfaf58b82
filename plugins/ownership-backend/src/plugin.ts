// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { CatalogSubjects } from '@fairway/backstage-plugin-ownership-node';
import { BreakGlassService } from './breakGlass/BreakGlassService';
import { readSettings } from './config/readSettings';
import { BreakGlassStore } from './database/BreakGlassStore';
import { connect } from './database/connect';
import { PolicyRevisionStore } from './database/PolicyRevisionStore';
import { createMetrics } from './metrics';
import { People } from './people/People';
import { registerPermissions } from './permissions/registerPermissions';
import { CatalogGroups } from './policy/CatalogGroups';
import { createPolicySource } from './policy/createPolicySource';
import { LastGoodPolicy } from './policy/LastGoodPolicy';
import { createRouter } from './routes/router';

const clock = () => new Date();

/**
 * The ownership backend: loads the policy, keeps the last good revision, and
 * answers what a person may do where.
 *
 * @public
 */
export const ownershipPlugin = createBackendPlugin({
  pluginId: 'ownership',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        reader: coreServices.urlReader,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { auditor, auth, catalog, config, httpAuth, httpRouter } = deps;
        const { lifecycle, logger, permissions, permissionsRegistry } = deps;
        const { reader, scheduler } = deps;

        const { location, administrators } = readSettings(config);
        const source = location && createPolicySource(location, { reader });
        const knex = await connect(deps.database);
        const revisions = new PolicyRevisionStore(knex);
        const groups = new CatalogGroups({ catalog, auth, clock });
        const metrics = createMetrics(deps.metrics);
        const policy = new LastGoodPolicy({
          source,
          history: revisions,
          groups: () => groups.refs(),
          onFailure: () => metrics.reloadFailed(),
          logger,
          auditor,
          clock,
        });
        metrics.observe(() => policy.peek());
        await policy.reload();
        const store = new BreakGlassStore(knex);
        const breakGlass = new BreakGlassService({
          store,
          policy,
          auditor,
          clock,
        });

        if (source) {
          await scheduler.scheduleTask({
            id: 'reload-policy',
            // Every replica keeps its own copy in memory.
            scope: 'local',
            frequency: { seconds: 30 },
            initialDelay: { seconds: 30 },
            timeout: { seconds: 30 },
            fn: () => policy.reload(),
          });
          const watcher = source.watch?.(() =>
            policy.reload().catch(error => {
              logger.error('The ownership policy was not reloaded', error);
            }),
          );
          lifecycle.addShutdownHook(() => watcher?.close());
        }
        await scheduler.scheduleTask({
          id: 'end-break-glass',
          scope: 'global',
          frequency: { minutes: 1 },
          timeout: { seconds: 30 },
          fn: () => breakGlass.sweep(),
        });

        registerPermissions({ permissionsRegistry, policy });
        const subjects = CatalogSubjects.create({ catalog, auth, clock });
        const people = new People({ subjects, permissions, administrators });
        httpRouter.use(
          createRouter({
            auditor,
            breakGlass,
            clock,
            httpAuth,
            metrics,
            people,
            policy,
            revisions,
          }),
        );
      },
    });
  },
});
