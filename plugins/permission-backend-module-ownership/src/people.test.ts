// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Entity } from '@backstage/catalog-model';
import type { Person } from './__testUtils__/company';
import { type Portal, startPortal } from './__testUtils__/startPortal';

jest.setTimeout(60_000);

describe('what people can do in the portal', () => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal();
  });

  afterAll(() => portal.stop());

  async function uidOf(name: string): Promise<string> {
    const { body } = await portal.get(
      'gus',
      `/api/catalog/entities/by-name/component/default/${name}`,
    );
    return (body as Entity).metadata.uid ?? '';
  }

  describe('catalog', () => {
    it('a guest browses it', async () => {
      const { body } = await portal.get(
        'gus',
        '/api/catalog/entities?filter=kind=component&fields=metadata.name',
      );

      expect(body).toHaveLength(3);
    });

    it.each<[Person, string, number]>([
      ['gus', 'ledger', 403],
      ['otto', 'ledger', 403],
      ['tia', 'ledger', 403],
      ['pia', 'cart', 403],
      ['pia', 'ledger', 200],
      ['pia', 'shop', 200],
      ['otto', 'shop', 200],
      ['pat', 'cart', 200],
    ])('%s refreshes %s: %i', async (person, name, expected) => {
      const { status } = await portal.post(person, '/api/catalog/refresh', {
        entityRef: `component:default/${name}`,
      });

      expect(status).toBe(expected);
    });

    it('somebody else cannot delete an entity, its owner can, and so can an administrator', async () => {
      const ledger = `/api/catalog/entities/by-uid/${await uidOf('ledger')}`;
      const cart = `/api/catalog/entities/by-uid/${await uidOf('cart')}`;

      expect((await portal.delete('otto', ledger)).status).toBe(403);
      expect((await portal.delete('gus', ledger)).status).toBe(403);
      expect((await portal.get('gus', ledger)).status).toBe(200);

      expect((await portal.delete('pia', ledger)).status).toBe(204);
      expect((await portal.get('gus', ledger)).status).toBe(404);
      expect((await portal.delete('pat', cart)).status).toBe(204);
    });

    it('an engineer registers no location', async () => {
      const { status } = await portal.post('pia', '/api/catalog/locations', {
        type: 'url',
        target: 'https://github.com/acme/website/blob/main/catalog-info.yaml',
      });

      expect(status).toBe(403);
    });
  });

  describe('templates and tasks', () => {
    it('a guest gets the form of a template', async () => {
      const { status, body } = await portal.get(
        'gus',
        '/api/scaffolder/v2/templates/default/template/publish/parameter-schema',
      );

      expect(status).toBe(200);
      expect(body.steps).toHaveLength(1);
    });

    it('a guest runs a template of ours: its actions explain what they refuse', async () => {
      const { status, log } = await portal.run('gus', 'own');

      expect(status).toBe('completed');
      expect(log).toContain('ran iac:terragrunt:unit');
    });

    it('everybody sees the own tasks alone, administrators all', async () => {
      const { id } = await portal.run('pia', 'own');
      const list = async (person: Person) => {
        const { body } = await portal.get(person, '/api/scaffolder/v2/tasks');
        return (body.tasks as { id: string }[]).map(task => task.id);
      };

      await expect(list('pia')).resolves.toContain(id);
      await expect(list('pat')).resolves.toContain(id);
      await expect(list('otto')).resolves.toEqual([]);
      await expect(list('tia')).resolves.toEqual([]);
    });

    it.each<['get' | 'post', string]>([
      ['get', ''],
      ['get', '/events'],
      ['get', '/eventstream'],
      ['post', '/cancel'],
      ['post', '/retry'],
    ])("somebody else's task: %s %s is refused", async (method, path) => {
      const { id } = await portal.run('pia', 'own');
      const url = `/api/scaffolder/v2/tasks/${id}${path}`;

      expect((await portal[method]('otto', url)).status).toBe(403);
      expect((await portal[method]('tia', url)).status).toBe(403);
    });

    it('the owner and an administrator cancel a task', async () => {
      const { id } = await portal.run('pia', 'own');
      const url = `/api/scaffolder/v2/tasks/${id}/cancel`;

      expect((await portal.post('pia', url)).status).toBe(200);
      expect((await portal.post('pat', url)).status).toBe(200);
    });

    it.each<[Person, number]>([
      ['tia', 200],
      ['pia', 403],
      ['gus', 403],
      ['pat', 403],
    ])('%s dry-runs a template: %i', async (person, expected) => {
      const { status } = await portal.post(
        person,
        '/api/scaffolder/v2/dry-run',
        {
          template: {
            apiVersion: 'scaffolder.backstage.io/v1beta3',
            kind: 'Template',
            metadata: { name: 'mine' },
            spec: {
              type: 'service',
              owner: 'group:default/template-authors',
              steps: [
                {
                  id: 'log',
                  name: 'log',
                  action: 'debug:log',
                  input: { message: 'hello' },
                },
              ],
            },
          },
          values: {},
          directoryContents: [],
        },
      );

      expect(status).toBe(expected);
    });
  });
});
