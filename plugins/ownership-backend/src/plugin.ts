// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { CatalogSubjects } from '@fairway/backstage-plugin-ownership-node';
import { FilePolicySource } from './policy/FilePolicySource';
import { LastGoodPolicy } from './policy/LastGoodPolicy';
import { readPolicyConfig } from './policy/readPolicyConfig';
import { watchFiles } from './policy/watchFiles';
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
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { auditor, auth, catalog, config, httpAuth, httpRouter } = deps;
        const { lifecycle, logger, scheduler } = deps;

        const paths = readPolicyConfig(config);
        const source = paths && new FilePolicySource(paths);
        const policy = new LastGoodPolicy({ source, logger, auditor, clock });
        await policy.reload();
        if (paths) {
          await scheduler.scheduleTask({
            id: 'reload-policy',
            // Every replica keeps its own copy in memory.
            scope: 'local',
            frequency: { seconds: 30 },
            initialDelay: { seconds: 30 },
            timeout: { seconds: 30 },
            fn: () => policy.reload(),
          });
          const watcher = watchFiles({
            paths: [paths.file, paths.tests].filter(path => path !== undefined),
            onChange: () =>
              policy.reload().catch(error => {
                logger.error('The ownership policy was not reloaded', error);
              }),
          });
          lifecycle.addShutdownHook(() => watcher.close());
        }

        const subjects = CatalogSubjects.create({ catalog, auth, clock });
        httpRouter.use(createRouter({ httpAuth, policy, subjects, clock }));
      },
    });
  },
});
