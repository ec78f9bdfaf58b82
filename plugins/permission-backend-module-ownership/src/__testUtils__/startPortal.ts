// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BackendFeature } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import scaffolderEntityModel from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import permissionPlugin from '@backstage/plugin-permission-backend';
import type { Permission } from '@backstage/plugin-permission-common';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import type { JsonObject } from '@backstage/types';
// The real one, for the tests alone: the module itself asks it over HTTP.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import ownershipPlugin from '@fairway/backstage-plugin-ownership-backend';
import request from 'supertest';
import { permissionModuleOwnershipPolicy } from '../module';
import { as, CATALOG, CATALOG_SIZE, type Person, policyWith } from './company';
import { eventually } from './eventually';
import { type AuditRecord, recordingAuditor } from './auditor';
import { realPermissionServices } from './permissionServices';
import { testActions } from './testActions';

export const SETTINGS = {
  administrators: ['group:default/platform'],
  templateAuthors: ['group:default/template-authors'],
  repositories: [
    {
      repoUrl: 'github.com?owner=acme&repo=website',
      actions: ['publish:github:*'],
    },
  ],
};

export type Portal = Awaited<ReturnType<typeof startPortal>>;

/** The real permission, catalog, scaffolder and ownership backends over HTTP, with the policy as a portal installs it. */
export async function startPortal(options?: {
  permissions?: JsonObject;
  /** `defaults.unmanaged` of the ownership policy; without one there is no ownership policy. */
  unmanaged?: string;
  /** A module that sets the policy in place of ours. */
  policy?: BackendFeature;
  alsoInstall?: BackendFeature[];
}) {
  const { unmanaged = '{ read: allow, other: deny }' } = options ?? {};
  const folder = await mkdtemp(join(tmpdir(), 'ownership-permissions-'));
  const catalogFile = join(folder, 'catalog.yaml');
  const policyFile = join(folder, 'policy.yaml');
  await writeFile(catalogFile, CATALOG);
  await writeFile(policyFile, policyWith(unmanaged));

  const audited: AuditRecord[] = [];
  const removeFolder = () => rm(folder, { recursive: true });
  const backend = await startTestBackend({
    features: [
      ...realPermissionServices,
      recordingAuditor(audited),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost' },
          permission: { enabled: true },
          ownership: {
            ...(unmanaged && { policy: { file: policyFile } }),
            permissions: options?.permissions ?? SETTINGS,
          },
          catalog: {
            locations: [
              {
                type: 'file',
                target: catalogFile,
                rules: [{ allow: ['User', 'Group', 'Component', 'Template'] }],
              },
            ],
          },
        },
      }),
      permissionPlugin,
      catalogPlugin,
      scaffolderEntityModel,
      scaffolderPlugin,
      ownershipPlugin,
      testActions,
      ...(options?.alsoInstall ?? []),
      options?.policy ?? permissionModuleOwnershipPolicy,
    ],
  }).catch(async error => {
    await removeFolder();
    throw error;
  });
  const http = request(backend.server);

  // Not through the policy, which some tests make deny reads.
  await eventually(
    async () => {
      const { body } = await http
        .get('/api/catalog/entities')
        .set('Authorization', mockCredentials.service.header());
      return body as Entity[];
    },
    entities =>
      // With the location that they come from; whoever has relations has them by now.
      entities.length > CATALOG_SIZE &&
      entities.every(
        ({ kind, metadata, relations = [] }) =>
          kind === 'Location' ||
          metadata.name === 'gus' ||
          relations.length > 0,
      ),
  );

  const post = (person: Person, path: string, body: object = {}) =>
    http.post(path).set(as(person)).send(body);
  return {
    audited,
    http,
    stop: async () => {
      await backend.stop();
      await removeFolder();
    },
    get: (person: Person, path: string) => http.get(path).set(as(person)),
    post,
    delete: (person: Person, path: string) => http.delete(path).set(as(person)),

    /** What a plugin is told that asks the permission backend on behalf of a person. */
    async decisions(userEntityRef: string, permissions: Permission[]) {
      const token = mockCredentials.service.token({
        onBehalfOf: mockCredentials.user(userEntityRef),
        targetPluginId: 'permission',
      });
      const { status, body } = await http
        .post('/api/permission/authorize')
        .set('Authorization', `Bearer ${token}`)
        .send({
          items: permissions.map((permission, index) => ({
            id: String(index),
            permission,
          })),
        });
      if (status !== 200) {
        throw new Error(`${status} ${JSON.stringify(body)}`);
      }
      const items: { id: string; result: string }[] = body.items;
      return items
        .sort((one, other) => Number(one.id) - Number(other.id))
        .map(({ result }) => result);
    },

    /** Runs a template to its end; says how it ended and what its log has. */
    async run(person: Person, template: string, values: JsonObject = {}) {
      const { status, body } = await post(person, '/api/scaffolder/v2/tasks', {
        templateRef: `template:default/${template}`,
        values,
      });
      if (status !== 201) {
        throw new Error(`${status} ${JSON.stringify(body)}`);
      }
      const id: string = body.id;
      const task = await eventually(
        async () =>
          (
            await http.get(`/api/scaffolder/v2/tasks/${id}`).set(as(person))
          ).body,
        ({ status: state }) => state === 'completed' || state === 'failed',
      );
      const events = await http
        .get(`/api/scaffolder/v2/tasks/${id}/events`)
        .set(as(person));
      return {
        id,
        status: task.status as string,
        log: JSON.stringify(events.body),
      };
    },
  };
}
