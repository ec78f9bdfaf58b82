// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { readCollatorConfig } from './readCollatorConfig';
import { TopicCollatorFactory } from './TopicCollatorFactory';

/**
 * Brings the topics of the Kafka backend into the search.
 *
 * @public
 */
export const searchModuleKafka = createBackendModule({
  pluginId: 'search',
  moduleId: 'kafka',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        index: searchIndexRegistryExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init({ auth, config, discovery, index, scheduler }) {
        const { locationTemplate, schedule } = readCollatorConfig(config);
        index.addCollator({
          schedule: scheduler.createScheduledTaskRunner(schedule),
          factory: TopicCollatorFactory.create({
            auth,
            discovery,
            locationTemplate,
          }),
        });
      },
    });
  },
});
