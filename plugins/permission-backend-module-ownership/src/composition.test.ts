// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  isPermission,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { PermissionPolicy } from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { PEOPLE } from './__testUtils__/company';
import {
  type Portal,
  SETTINGS,
  startPortal,
} from './__testUtils__/startPortal';
import { composePolicies, OwnershipPermissionPolicy } from './index';

jest.setTimeout(60_000);

const READ_ENTITY = {
  type: 'resource',
  name: 'catalog.entity.read',
  attributes: { action: 'read' },
  resourceType: 'catalog-entity',
} satisfies Permission;
const basic = (name: string): Permission => ({
  type: 'basic',
  name,
  attributes: {},
});

/** A company's own policy: orders is a secret, and the weather may be changed. */
const company: PermissionPolicy = {
  async handle({ permission }): Promise<PolicyDecision> {
    if (permission.name === 'weather.broken') {
      throw new Error('no weather today');
    }
    if (isPermission(permission, READ_ENTITY)) {
      return {
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'catalog',
        resourceType: 'catalog-entity',
        conditions: {
          not: {
            rule: 'IS_ENTITY_OWNER',
            resourceType: 'catalog-entity',
            params: { claims: ['group:default/orders'] },
          },
        },
      };
    }
    return { result: AuthorizeResult.ALLOW };
  },
};

/** As the README shows it. */
const companyModule = createBackendModule({
  pluginId: 'permission',
  moduleId: 'company-policy',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        logger: coreServices.logger,
        policies: policyExtensionPoint,
      },
      async init({ policies, ...services }) {
        policies.setPolicy(
          composePolicies({
            policies: [
              OwnershipPermissionPolicy.create({
                ...services,
                fallback: company,
              }),
              company,
            ],
            logger: services.logger,
          }),
        );
      },
    });
  },
});

describe('together with a policy that owns setPolicy', () => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal({
      permissions: { ...SETTINGS, install: false },
      policy: companyModule,
    });
  });

  afterAll(() => portal.stop());

  it('the other policy answers what ours does not know', async () => {
    await expect(
      portal.decisions(PEOPLE.gus, [basic('weather.forecast.change')]),
    ).resolves.toEqual(['ALLOW']);
  });

  it('the other policy cannot open what ours denies', async () => {
    await expect(
      portal.decisions(PEOPLE.pia, [
        basic('scaffolder.template.dry-run'),
        basic('catalog.location.create'),
      ]),
    ).resolves.toEqual(['DENY', 'DENY']);
    await expect(portal.run('pia', 'unnamed')).resolves.toMatchObject({
      status: 'failed',
    });
  });

  it('conditions of the other policy hold: its negation hides orders', async () => {
    const { body } = await portal.get(
      'pia',
      '/api/catalog/entities?filter=kind=component&fields=metadata.name',
    );
    const names = (body as { metadata: { name: string } }[]).map(
      ({ metadata }) => metadata.name,
    );

    expect(names.sort()).toEqual(['ledger', 'shop']);
  });

  it('a policy that throws denies this one permission alone', async () => {
    await expect(
      portal.decisions(PEOPLE.pia, [
        basic('weather.broken'),
        basic('scaffolder.task.create'),
      ]),
    ).resolves.toEqual(['DENY', 'ALLOW']);
  });
});

describe('two modules that both set the policy', () => {
  it('do not start, and the error says what to do', async () => {
    const other = createBackendModule({
      pluginId: 'permission',
      moduleId: 'both',
      register(env) {
        env.registerInit({
          deps: { policies: policyExtensionPoint },
          async init({ policies }) {
            policies.setPolicy(company);
          },
        });
      },
    });

    await expect(startPortal({ alsoInstall: [other] })).rejects.toThrow(
      'set "ownership.permissions.install" to false',
    );
  });
});
