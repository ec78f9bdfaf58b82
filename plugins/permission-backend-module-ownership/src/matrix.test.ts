// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mockCredentials } from '@backstage/backend-test-utils';
import type { Permission } from '@backstage/plugin-permission-common';
import {
  iacTargetPermissions,
  ownershipAdministerPermission,
} from '@fairway/backstage-plugin-ownership-common';
import { PEOPLE, type Person } from './__testUtils__/company';
import { type Portal, startPortal } from './__testUtils__/startPortal';

jest.setTimeout(60_000);

const COLUMNS: Person[] = ['gus', 'pia', 'tia', 'pat'];

/** The README's matrix; `if` is a decision with conditions, which the other tests look into. */
const MATRIX: Record<
  string,
  [guest: string, engineer: string, author: string, administrator: string]
> = {
  'scaffolder.task.create': ['yes', 'yes', 'yes', 'yes'],
  'scaffolder.template.parameter.read': ['yes', 'yes', 'yes', 'yes'],
  'scaffolder.template.step.read': ['yes', 'yes', 'yes', 'yes'],
  'scaffolder.action.execute': ['if', 'if', 'if', 'if'],
  'scaffolder.task.read': ['if', 'if', 'if', 'yes'],
  'scaffolder.task.cancel': ['if', 'if', 'if', 'yes'],
  'scaffolder.template.dry-run': ['no', 'no', 'yes', 'no'],
  'scaffolder.template.management': ['no', 'no', 'yes', 'no'],
  'catalog.entity.read': ['yes', 'yes', 'yes', 'yes'],
  'catalog.entity.create': ['no', 'no', 'no', 'yes'],
  'catalog.entity.delete': ['if', 'if', 'if', 'yes'],
  'catalog.entity.refresh': ['if', 'if', 'if', 'yes'],
  'catalog.entity.validate': ['no', 'no', 'no', 'yes'],
  'catalog.location.read': ['yes', 'yes', 'yes', 'yes'],
  'catalog.location.create': ['no', 'no', 'no', 'yes'],
  'catalog.location.delete': ['no', 'no', 'no', 'yes'],
  'catalog.location.analyze': ['no', 'no', 'no', 'yes'],
  'catalog.ingestion.read': ['yes', 'yes', 'yes', 'yes'],
  'catalog.ingestion.manage': ['no', 'no', 'no', 'yes'],
};

const WORDS: Record<string, string> = {
  ALLOW: 'yes',
  DENY: 'no',
  CONDITIONAL: 'if',
};

describe('who holds what', () => {
  let portal: Portal;
  let permissions: Permission[];

  beforeAll(async () => {
    portal = await startPortal();
    permissions = (
      await Promise.all(['catalog', 'scaffolder'].map(permissionsOf))
    ).flat();
  });

  afterAll(() => portal.stop());

  /** As the running plugin says it, so that a permission of a later version is missed here. */
  async function permissionsOf(pluginId: string): Promise<Permission[]> {
    const { body } = await portal.http
      .get(`/api/${pluginId}/.well-known/backstage/permissions/metadata`)
      .set('Authorization', mockCredentials.service.header());
    return body.permissions;
  }

  it('has a row for every permission of the catalog and the scaffolder', () => {
    const names = new Set(permissions.map(({ name }) => name));

    expect([...names].sort()).toEqual(Object.keys(MATRIX).sort());
  });

  it.each(COLUMNS)('answers %s as the matrix says', async person => {
    const results = await portal.decisions(PEOPLE[person], permissions);

    const column = COLUMNS.indexOf(person);
    const actual = permissions.map(
      ({ name }, index) => `${name} ${WORDS[results[index]]}`,
    );
    const expected = permissions.map(
      ({ name }) => `${name} ${MATRIX[name][column]}`,
    );
    expect(actual).toEqual(expected);
  });

  it('leaves what a team may change to the ownership engine, which says why not', async () => {
    const own = [...iacTargetPermissions, ownershipAdministerPermission];

    const results = await portal.decisions(PEOPLE.gus, own);

    expect(results).toEqual(own.map(() => 'ALLOW'));
  });

  it('gives nobody anything who is not signed in', async () => {
    const { status } = await portal.http
      .post('/api/permission/authorize')
      .send({ items: [{ id: '1', permission: permissions[0] }] });

    expect(status).toBe(401);
  });

  it('reads by the preset, and denies what it has never heard of', async () => {
    const read: Permission = {
      type: 'basic',
      name: 'weather.forecast.read',
      attributes: { action: 'read' },
    };
    const change: Permission = {
      type: 'basic',
      name: 'weather.forecast.change',
      attributes: {},
    };

    await expect(portal.decisions(PEOPLE.pat, [read, change])).resolves.toEqual(
      ['ALLOW', 'DENY'],
    );
  });

  it('judges a managed permission by its name, whatever the caller says it does', async () => {
    await expect(
      portal.decisions(PEOPLE.pia, [
        {
          type: 'basic',
          name: 'scaffolder.template.dry-run',
          attributes: { action: 'read' },
        },
      ]),
    ).resolves.toEqual(['DENY']);
  });

  it('denies a permission that comes without its resource, instead of failing the batch', async () => {
    const forged: Permission = {
      type: 'basic',
      name: 'catalog.entity.delete',
      attributes: {},
    };
    const strange: Permission = {
      type: 'resource',
      name: 'scaffolder.task.read',
      attributes: { action: 'read' },
      resourceType: 'catalog-entity',
    };
    const fine: Permission = {
      type: 'basic',
      name: 'scaffolder.task.create',
      attributes: {},
    };

    await expect(
      portal.decisions(PEOPLE.pia, [forged, strange, fine]),
    ).resolves.toEqual(['DENY', 'DENY', 'ALLOW']);
  });
});
