// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { join } from 'node:path';
import {
  coreServices,
  createBackendModule,
  createBackendPlugin,
  type PermissionsService,
} from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import permissionBackend from '@backstage/plugin-permission-backend';
import {
  AuthorizeResult,
  isResourcePermission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { PermissionPolicy } from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import {
  type OwnershipAction,
  permissionFor,
  RESOURCE_TYPE_IAC_TARGET,
} from '@fairway/backstage-plugin-ownership-common';
import {
  createIacTargetConditionalDecision,
  iacTargetConditions,
} from '@fairway/backstage-plugin-ownership-node';
// eslint-disable-next-line @backstage/no-relative-monorepo-imports -- made for tests, and not published
import { realPermissionServices } from '../../permission-backend-module-ownership/src/__testUtils__/permissionServices';
import { POLICY } from './__testUtils__/policy';
import { policyFolder } from './__testUtils__/policyFiles';
import { startOwnership } from './__testUtils__/startOwnership';

type Conditions = Parameters<typeof createIacTargetConditionalDecision>[1];

const { hasTier, isInEnvironment, isOwnedBy, isService } = iacTargetConditions;

/** What a company may install beside ours: it decides about targets by their rules. */
class CompanyPolicy implements PermissionPolicy {
  readonly #conditions: Conditions;

  constructor(conditions: Conditions) {
    this.#conditions = conditions;
  }

  async handle({
    permission,
  }: Parameters<PermissionPolicy['handle']>[0]): Promise<PolicyDecision> {
    return isResourcePermission(permission, RESOURCE_TYPE_IAC_TARGET)
      ? createIacTargetConditionalDecision(permission, this.#conditions)
      : { result: AuthorizeResult.DENY };
  }
}

describe('permissions on targets, over the permission backend', () => {
  const files = policyFolder(
    POLICY.replace(
      "accounts: ['333333333333']",
      'aliases: [production]',
    ).replace(
      'services:',
      'dataStores:\n  pg-payments: { environment: prod, owners: [payments] }\nservices:',
    ),
  );

  async function start(conditions: Conditions, file = 'policy.yaml') {
    let permissions: PermissionsService | undefined;
    const writer = createBackendPlugin({
      pluginId: 'writer',
      register(env) {
        env.registerInit({
          deps: { service: coreServices.permissions },
          async init({ service }) {
            permissions = service;
          },
        });
      },
    });
    const company = createBackendModule({
      pluginId: 'permission',
      moduleId: 'company',
      register(env) {
        env.registerInit({
          deps: { policy: policyExtensionPoint },
          async init({ policy }) {
            policy.setPolicy(new CompanyPolicy(conditions));
          },
        });
      },
    });
    await startOwnership({
      ownership: { policy: { file: join(files.folder, file) } },
      root: { permission: { enabled: true } },
      features: [permissionBackend, company, writer, ...realPermissionServices],
    });
    return async (action: OwnershipAction, resourceRef: string) => {
      const [{ result }] = await permissions!.authorize(
        [{ permission: permissionFor(action), resourceRef }],
        { credentials: mockCredentials.user('user:default/pia') },
      );
      return result;
    };
  }

  it.each<[string, Conditions, Record<string, 'ALLOW' | 'DENY'>]>([
    [
      'IN_ENVIRONMENT, by name and alias, whatever the case',
      isInEnvironment({ environments: ['Production'] }),
      {
        'prod/payments-api': 'ALLOW',
        'PROD/payments-api?store=pg-payments': 'ALLOW',
        'production/*': 'ALLOW',
        '*/payments-api?store=pg-payments': 'ALLOW',
        'dev/payments-api': 'DENY',
        '*/payments-api': 'DENY',
      },
    ],
    [
      'HAS_TIER',
      hasTier({ tiers: ['nonprod'] }),
      { 'dev/networking': 'ALLOW', 'prod/networking': 'DENY' },
    ],
    [
      'IS_SERVICE',
      isService({ services: ['payments-api'] }),
      {
        'dev/payments-api': 'ALLOW',
        'dev/networking': 'DENY',
        'dev/*': 'DENY',
      },
    ],
    [
      'OWNED_BY, of everything that is touched',
      isOwnedBy({ owners: ['group:default/payments'] }),
      {
        'prod/payments-api?store=pg-payments': 'ALLOW',
        'prod/*?store=pg-payments': 'ALLOW',
        'prod/networking?store=pg-payments': 'DENY',
        // Nothing but the environment: its owners count.
        'prod/*': 'DENY',
      },
    ],
    [
      'several of them',
      {
        anyOf: [
          hasTier({ tiers: ['nonprod'] }),
          {
            allOf: [
              isInEnvironment({ environments: ['prod'] }),
              isOwnedBy({ owners: ['group:default/netops'] }),
            ],
          },
        ],
      },
      {
        'dev/payments-api': 'ALLOW',
        'prod/networking': 'ALLOW',
        'prod/payments-api': 'DENY',
      },
    ],
    [
      'a negation, which lets no unknown target pass',
      { not: isInEnvironment({ environments: ['prod'] }) },
      {
        'dev/payments-api': 'ALLOW',
        'prod/payments-api': 'DENY',
        'prdo/payments-api': 'DENY',
        'dev/unknown': 'DENY',
        'dev/payments-api?store=pg-payments': 'DENY',
        'dev/payments-api?else=prod': 'DENY',
        'dev/payments-api/more': 'DENY',
        dev: 'DENY',
        '%/payments-api': 'DENY',
      },
    ],
  ])('decides by %s', async (_, conditions, expected) => {
    const ask = await start(conditions);
    const found: Record<string, string> = {};
    for (const ref of Object.keys(expected)) {
      found[ref] = await ask('service.deploy', ref);
    }
    expect(found).toEqual(expected);
  });

  it('knows the permission of every action', async () => {
    const ask = await start(hasTier({ tiers: ['nonprod'] }));
    for (const action of [
      'service.plan',
      'service.deploy',
      'service.destroy',
      'store.change',
    ] as const) {
      await expect(ask(action, 'dev/payments-api')).resolves.toBe('ALLOW');
      await expect(ask(action, 'prod/payments-api')).resolves.toBe('DENY');
    }
  });

  it('refuses everything while no policy decides', async () => {
    const ask = await start(
      { not: isInEnvironment({ environments: ['prod'] }) },
      'missing.yaml',
    );
    await expect(ask('service.deploy', 'dev/payments-api')).resolves.toBe(
      'DENY',
    );
  });
});
