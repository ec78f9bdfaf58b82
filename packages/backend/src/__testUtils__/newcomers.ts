// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  createBackendModule,
  createExtensionPoint,
} from '@backstage/backend-plugin-api';

/** The scaffolder's own, by its id. */
const actionsExtensionPoint = createExtensionPoint<{
  addActions(...actions: { id: string; handler(): Promise<void> }[]): void;
}>({ id: 'scaffolder.actions' });

/** Actions that somebody installs tomorrow, and that do nothing. */
export const newcomers = (...ids: string[]) =>
  createBackendModule({
    pluginId: 'scaffolder',
    moduleId: 'newcomers',
    register(env) {
      env.registerInit({
        deps: { actions: actionsExtensionPoint },
        async init({ actions }) {
          actions.addActions(
            ...ids.map(id => ({ id, handler: async () => undefined })),
          );
        },
      });
    },
  });
