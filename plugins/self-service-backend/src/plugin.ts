// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  CatalogSubjects,
  ownershipServiceRef,
} from '@fairway/backstage-plugin-ownership-node';
import { readSelfServiceConfig } from './config/readSelfServiceConfig';
import { ChangeStore } from './database/ChangeStore';
import { ChangeGate } from './gate/ChangeGate';
import { VettedModules } from './modules/VettedModules';
import { People } from './people/People';
import { Repositories } from './repositories/Repositories';
import { createRouter } from './router/createRouter';
import { AuditedChanges } from './service/AuditedChanges';
import { ChangeReader } from './service/ChangeReader';
import { OpenChanges } from './service/OpenChanges';
import { ChangeWriter } from './service/ChangeWriter';
import { DefaultChanges } from './service/DefaultChanges';

/**
 * Self-service changes to infrastructure repositories: the only writer of Git.
 *
 * @public
 */
export const selfServicePlugin = createBackendPlugin({
  pluginId: 'self-service',
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
        logger: coreServices.logger,
        ownership: ownershipServiceRef,
        permissions: coreServices.permissions,
      },
      async init(deps) {
        const { auditor, auth, catalog, config, database } = deps;
        const { httpAuth, httpRouter, logger, ownership, permissions } = deps;
        const clock = () => new Date();

        const settings = readSelfServiceConfig(config);
        const repositories = await Repositories.create(settings);
        const modules = VettedModules.create({
          ...repositories.modules(),
          ...settings.modules,
        });
        const store = await ChangeStore.create({ database });
        const reader = ChangeReader.create({ repositories, logger });
        const changes = DefaultChanges.create({
          gate: ChangeGate.create({
            auth,
            ownership,
            permissions,
            repositories,
            modules,
          }),
          store,
          writer: ChangeWriter.create({ store, clock }),
          open: OpenChanges.create({ store, reader, clock }),
          reader,
          people: People.create({ catalog, auth }),
          subjects: CatalogSubjects.create({ catalog, auth }),
          administrators: settings.administrators,
          clock,
        });

        httpRouter.use(
          createRouter({
            changes: AuditedChanges.create({ changes, auditor }),
            modules,
            httpAuth,
          }),
        );
      },
    });
  },
});
