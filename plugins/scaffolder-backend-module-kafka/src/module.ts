// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createAccessRequestAction } from './actions/createAccessRequestAction';
import { createApplicationRequestAction } from './actions/createApplicationRequestAction';
import { createTopicRequestAction } from './actions/createTopicRequestAction';
import { KafkaRequests } from './KafkaRequests';

/**
 * Scaffolder actions that ask for Kafka applications, topics and access.
 *
 * @public
 */
export const scaffolderModuleKafka = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'kafka',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
      },
      async init({ actions, auth, config, discovery }) {
        const requests = KafkaRequests.create({ auth, discovery });
        const portal = config.getString('app.baseUrl').replace(/\/+$/, '');
        const options = { requests, portal };
        actions.addActions(
          createApplicationRequestAction(options),
          createTopicRequestAction(options),
          createAccessRequestAction(options),
        );
      },
    });
  },
});
