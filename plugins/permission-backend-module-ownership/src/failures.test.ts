// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Permission } from '@backstage/plugin-permission-common';
import { PEOPLE } from './__testUtils__/company';
import {
  type Portal,
  SETTINGS,
  startPortal,
} from './__testUtils__/startPortal';

jest.setTimeout(60_000);

const CREATE_TASK: Permission = {
  type: 'basic',
  name: 'scaffolder.task.create',
  attributes: { action: 'create' },
};
const DELETE_ENTITY: Permission = {
  type: 'resource',
  name: 'catalog.entity.delete',
  attributes: { action: 'delete' },
  resourceType: 'catalog-entity',
};
const READ_ENTITY: Permission = {
  type: 'resource',
  name: 'catalog.entity.read',
  attributes: { action: 'read' },
  resourceType: 'catalog-entity',
};
const FORECAST: Permission = {
  type: 'basic',
  name: 'weather.forecast.change',
  attributes: {},
};

describe('when something fails', () => {
  let portal: Portal | undefined;

  afterEach(async () => {
    await portal?.stop();
    portal = undefined;
  });

  it('somebody whom the catalog lacks is denied and audited, and the rest of the batch is answered', async () => {
    portal = await startPortal();

    await expect(
      portal.decisions('user:default/ghost', [DELETE_ENTITY, CREATE_TASK]),
    ).resolves.toEqual(['DENY', 'ALLOW']);
    expect(
      portal.audited.filter(({ eventId }) => eventId === 'policy-decision'),
    ).toEqual([
      {
        eventId: 'policy-decision',
        meta: {
          permission: 'catalog.entity.delete',
          userEntityRef: 'user:default/ghost',
        },
        error: expect.stringContaining('"user:default/ghost"'),
      },
    ]);
  });

  it('without an ownership policy nothing unmanaged is open, and the portal still starts', async () => {
    portal = await startPortal({ unmanaged: '' });

    await expect(
      portal.decisions(PEOPLE.pia, [READ_ENTITY, FORECAST, CREATE_TASK]),
    ).resolves.toEqual(['DENY', 'DENY', 'ALLOW']);
  });

  it('without an ownership policy reads are open where the configuration says so', async () => {
    portal = await startPortal({
      unmanaged: '',
      permissions: { ...SETTINGS, readWithoutPreset: 'allow' },
    });

    await expect(
      portal.decisions(PEOPLE.pia, [READ_ENTITY, FORECAST]),
    ).resolves.toEqual(['ALLOW', 'DENY']);
  });

  it('the preset of the ownership policy closes reads, whatever the configuration says', async () => {
    portal = await startPortal({
      unmanaged: '{ read: deny, other: allow }',
      permissions: { readWithoutPreset: 'allow' },
    });

    await expect(
      portal.decisions(PEOPLE.pia, [READ_ENTITY, FORECAST]),
    ).resolves.toEqual(['DENY', 'ALLOW']);
  });

  it('a grant opens one permission to those it names', async () => {
    portal = await startPortal({
      permissions: {
        grants: [
          {
            permission: 'weather.forecast.change',
            to: ['group:default/product'],
          },
          { permission: 'catalog.location.create', to: ['everyone'] },
        ],
      },
    });
    const register: Permission = {
      type: 'basic',
      name: 'catalog.location.create',
      attributes: { action: 'create' },
    };

    await expect(
      portal.decisions(PEOPLE.pia, [FORECAST, register]),
    ).resolves.toEqual(['ALLOW', 'ALLOW']);
    await expect(
      portal.decisions(PEOPLE.gus, [FORECAST, register]),
    ).resolves.toEqual(['DENY', 'ALLOW']);
  });
});
