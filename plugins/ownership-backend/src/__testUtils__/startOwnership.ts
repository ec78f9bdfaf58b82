// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type AuditorService,
  type AuditorServiceCreateEventOptions,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { ownershipPlugin } from '../plugin';

export interface AuditRecord {
  eventId: string;
  status: 'succeeded' | 'failed';
  severity?: string;
  meta: JsonObject;
  error?: string;
}

const userHeader = (name: string) =>
  mockCredentials.user.header(`user:default/${name}`);

export const HEADERS = {
  nobody: mockCredentials.none.header(),
  /** A sign-in that the catalog knows nothing of. */
  guest: mockCredentials.user.header('user:development/guest'),
  /** Of payments, which owns payments-api. */
  user: userHeader('pia'),
  /** Of netops. */
  otherTeam: userHeader('nia'),
  /** Of platform, which owns the environments, opens grants and administers. */
  platform: userHeader('pat'),
  /** Of platform, too. */
  platformToo: userHeader('pam'),
  /** In the catalog, in no team. */
  visitor: userHeader('vic'),
  service: mockCredentials.service.header(),
};

const GROUPS = ['payments', 'netops', 'platform'];
const MEMBERS = {
  pia: 'payments',
  nia: 'netops',
  pat: 'platform',
  pam: 'platform',
  vic: undefined,
};

export const ENTITIES: Entity[] = [
  ...Object.entries(MEMBERS).map(([name, group]) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name, namespace: 'default' },
    relations: group
      ? [{ type: 'memberOf', targetRef: `group:default/${group}` }]
      : [],
  })),
  ...GROUPS.map(name => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default' },
  })),
];

/** The real plugin in a real backend, with a small catalog. */
export async function startOwnership(options: {
  ownership?: JsonObject;
  /** `backend` of the configuration. */
  backend?: JsonObject;
  /** More of the configuration. */
  root?: JsonObject;
  catalog?: ReturnType<typeof catalogServiceMock.mock>;
  /** Left out: an empty SQLite in memory. */
  knex?: Knex;
  features?: Parameters<typeof startTestBackend>[0]['features'];
}) {
  const { ownership, backend: config, catalog, knex } = options;
  const { features = [], root } = options;
  const scheduler = mockServices.scheduler();
  const logger = mockServices.logger.mock();
  const audited: AuditRecord[] = [];
  const backend = await startTestBackend({
    features: [
      ownershipPlugin,
      mockServices.rootConfig.factory({
        data: {
          ...root,
          ...(ownership && { ownership }),
          ...(config && { backend: config }),
        },
      }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      createServiceFactory({
        service: coreServices.auditor,
        deps: {},
        factory: () => recordingAuditor(audited),
      }),
      logger.factory,
      mockServices.database.factory(knex && { knex }),
      catalog?.factory ?? catalogServiceMock.factory({ entities: ENTITIES }),
      ...features,
    ],
  });
  return {
    backend,
    server: backend.server,
    logger,
    audited,
    /** What the scheduler does every 30 seconds. */
    reload: () => scheduler.triggerTask('reload-policy'),
    /** What it does every minute. */
    sweep: () => scheduler.triggerTask('end-break-glass'),
  };
}

export function recordingAuditor(audited: AuditRecord[]): AuditorService {
  return {
    async createEvent({
      eventId,
      meta,
      severityLevel: severity,
    }: AuditorServiceCreateEventOptions) {
      return {
        async success(result) {
          const all = { ...meta, ...result?.meta };
          audited.push({ eventId, severity, status: 'succeeded', meta: all });
        },
        async fail({ meta: more, error }) {
          const all = { ...meta, ...more };
          const { message } = error;
          audited.push({
            eventId,
            severity,
            status: 'failed',
            meta: all,
            error: message,
          });
        },
      };
    },
  };
}
