// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { FairwayEntityProvider } from './provider/FairwayEntityProvider';
import { refreshOnEvents } from './provider/refreshOnEvents';
import { readProviderConfig } from './readProviderConfig';

/**
 * Brings what the backends of the suite answer at `GET /entities` into the catalog: environments, modules, resources that
 * are there or asked for.
 *
 * @public
 */
export const catalogModuleFairway = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'fairway',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { catalog, config, events, scheduler } = deps;
        const { plugins, schedule } = readProviderConfig(config);
        const providers = plugins.map(pluginId =>
          FairwayEntityProvider.create({
            ...deps,
            pluginId,
            taskRunner: scheduler.createScheduledTaskRunner(schedule),
          }),
        );
        catalog.addEntityProvider(providers);
        await refreshOnEvents({ events, providers });
      },
    });
  },
});
