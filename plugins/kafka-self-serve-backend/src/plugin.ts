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
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  KAFKA_SELF_SERVE_PLUGIN_ID,
  kafkaRequestPermissions,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { ownershipServiceRef } from '@fairway/backstage-plugin-ownership-node';
import { protectedRequests } from '@fairway/requests-node';
import { DefaultApplications } from './applications/DefaultApplications';
import { Audit } from './audit/Audit';
import { readSelfServeConfig } from './config/readSelfServeConfig';
import { createKafkaParts } from './createKafkaParts';
import { scheduleDrift } from './drift';
import { createKafkaEngine } from './engine/createKafkaEngine';
import { AuthorizedEnvironments } from './environments/AuthorizedEnvironments';
import { DefaultEnvironments } from './environments/DefaultEnvironments';
import { provingSync } from './environments/provingSync';
import { seedEnvironments } from './environments/seedEnvironments';
import { registerKafkaActions } from './mcp/registerKafkaActions';
import {
  auditedPasswords,
  AuthorizedReading,
} from './permissions/AuthorizedReading';
import { KafkaCallers } from './permissions/KafkaCallers';
import { registerPermissions } from './permissions/registerPermissions';
import { Policies } from './policies/Policies';
import { createReading } from './reading';
import { createPasswordDesk, scheduleKafkaRequests } from './requests';
import { createRouter } from './router/createRouter';
import { createSync, scheduleSync } from './snapshot';

/**
 * Kafka self-serve: environments, applications, and requests that are applied to real clusters and verified.
 *
 * @public
 */
export const kafkaSelfServePlugin = createBackendPlugin({
  pluginId: 'kafka-self-serve',
  register(env) {
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
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
        const { lifecycle, httpAuth, httpRouter } = deps;
        const settings = readSelfServeConfig(deps.config);
        const { administrators, connections } = settings;
        const created = await createKafkaParts({ ...deps, settings });
        const { parts, clusters, authority, openRequests } = created;
        const { stores, people } = parts;
        const engine = await createKafkaEngine({
          ...deps,
          ...created,
          ...settings,
        });
        await seedEnvironments({ settings, stores, logger: deps.logger });
        registerPermissions({ ...deps, stores });
        registerKafkaActions(deps);

        const sync = provingSync({
          ...deps,
          ...parts,
          sync: createSync(parts),
        });
        const audit = Audit.create(deps);
        const kafkaCallers = KafkaCallers.create({
          ...deps,
          people,
          stores,
          administrators,
        });
        const reading = createReading(parts);
        httpRouter.use(
          createRouter({
            ...protectedRequests({
              ...deps,
              pluginId: KAFKA_SELF_SERVE_PLUGIN_ID,
              requestPermissions: kafkaRequestPermissions,
              engine,
              people,
              administrators,
            }),
            kafkaCallers,
            environments: AuthorizedEnvironments.create({
              service: DefaultEnvironments.create({
                stores,
                clusters,
                connections,
                places: authority,
                openRequests,
                sync,
                clock: parts.clock,
                logger: deps.logger,
              }),
              callers: kafkaCallers,
              audit,
            }),
            applications: DefaultApplications.create({
              ...parts,
              openRequests,
              callers: kafkaCallers,
            }),
            policies: Policies.create({ stores, audit }),
            reading: AuthorizedReading.create({ reading, audit }),
            entities: reading,
            passwords: auditedPasswords(createPasswordDesk(parts), audit),
            httpAuth,
          }),
        );

        await scheduleSync({ ...parts, sync });
        await scheduleDrift(parts);
        await scheduleKafkaRequests({
          ...deps,
          ...parts,
          requests: engine.service,
        });
        lifecycle.addStartupHook(() => engine.worker.start());
        lifecycle.addShutdownHook(async () => {
          await engine.worker.stop();
          await clusters.close();
        });
      },
    });
  },
});
