// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The engine behind its router, in a backend that verifies a signed user token on every call and asks a permission policy.
import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import {
  coreServices,
  createBackendModule,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import permissionPlugin from '@backstage/plugin-permission-backend';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { createRequestPermissions } from '@fairway/requests-common';
import type { Knex } from 'knex';
import { z } from 'zod';
import {
  AuthorizedRequests,
  createRequestEngine,
  createRequestsRouter,
  type PeopleDirectory,
  registerRequestPermissions,
  RequestCallers,
  type RequestEngine,
  type RequestKind,
  requestResourceRefOf,
} from '../../packages/requests-node/src';
import { createIdentity } from './identity';

export const PLATFORM = 'group:default/platform';
const PLUGIN_ID = 'bench';
const permissions = createRequestPermissions(PLUGIN_ID);

/** As little as a kind can do: one person of the platform team looks, and there is nothing to execute. */
const thing: RequestKind<{ name: string }, { name: string }> = {
  kind: 'bench.thing',
  schema: z.object({ name: z.string() }),
  plan: async ({ name }) => ({
    plan: { name },
    view: { effects: [`Makes "${name}".`] },
    operation: 'create',
    title: `Make ${name}`,
    resourceRefs: [`thing:/${name}`],
    environmentRef: 'prod',
    risks: [],
    checks: [],
  }),
  approval: async () => ({
    mode: 'stages',
    by: ['bench'],
    stages: [{ id: 'platform', from: [PLATFORM], count: 1, rejectAfter: 1 }],
  }),
  steps: () => [],
};

const allowAll = createBackendModule({
  pluginId: 'permission',
  moduleId: 'allow-all',
  register(env) {
    env.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy({
          handle: async () => ({ result: AuthorizeResult.ALLOW }),
        });
      },
    });
  },
});

export interface BenchBackend {
  url: string;
  engine: RequestEngine;
  tokenOf(userRef: string): string;
  stop(): Promise<void>;
}

export async function startBackend(options: {
  knex: Knex;
  people: PeopleDirectory;
  administrators: string[];
}): Promise<BenchBackend> {
  const { knex, people, administrators } = options;
  const identity = createIdentity();
  let engine: RequestEngine | undefined;
  const plugin = createBackendPlugin({
    pluginId: PLUGIN_ID,
    register(env) {
      env.registerInit({
        deps: {
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          logger: coreServices.logger,
          permissions: coreServices.permissions,
          permissionsRegistry: coreServices.permissionsRegistry,
        },
        async init(services) {
          engine = await createRequestEngine({
            database: knex,
            kinds: [thing],
            people,
            logger: services.logger,
            deliver: async () => {},
          });
          registerRequestPermissions({
            pluginId: PLUGIN_ID,
            permissions,
            permissionsRegistry: services.permissionsRegistry,
            store: engine.store,
          });
          const { resourceType } = permissions;
          const service = AuthorizedRequests.create({
            service: engine.service,
            permissions: services.permissions,
            requestPermissions: permissions,
            ruleset: services.permissionsRegistry.getPermissionRuleset(
              requestResourceRefOf({ pluginId: PLUGIN_ID, resourceType }),
            ),
          });
          const callers = RequestCallers.create({
            httpAuth: services.httpAuth,
            people,
            permissions: services.permissions,
            requestPermissions: permissions,
            administrators,
          });
          services.httpRouter.use(createRequestsRouter({ service, callers }));
        },
      });
    },
  });
  const backend = await startTestBackend({
    features: [
      plugin,
      permissionPlugin,
      allowAll,
      identity.feature,
      authServiceFactory,
      httpAuthServiceFactory,
      permissionsServiceFactory,
      mockServices.rootConfig.factory({
        data: { permission: { enabled: true } },
      }),
    ],
  });
  return {
    url: `http://localhost:${backend.server.port()}/api/${PLUGIN_ID}/requests`,
    engine: engine!,
    tokenOf: identity.tokenOf,
    stop: () => backend.stop(),
  };
}
