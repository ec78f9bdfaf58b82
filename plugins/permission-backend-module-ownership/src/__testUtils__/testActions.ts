// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  createTemplateAction,
  scaffolderActionsExtensionPoint,
} from '@backstage/plugin-scaffolder-node';

/** An action that has the id of one that writes, and does nothing but say so. */
const harmless = (id: string) =>
  createTemplateAction({
    id,
    schema: { input: { repoUrl: z => z.string().optional() } },
    async handler({ logger }) {
      logger.info(`ran ${id}`);
    },
  });

export const testActions = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'test-actions',
  register(env) {
    env.registerInit({
      deps: { scaffolder: scaffolderActionsExtensionPoint },
      async init({ scaffolder }) {
        scaffolder.addActions(
          harmless('iac:terragrunt:unit'),
          harmless('publish:github:pull-request'),
          harmless('acme:deploy'),
          harmless('acme:other'),
        );
      },
    });
  },
});
