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
import { ownershipPlugin } from '../plugin';

export interface AuditRecord {
  eventId: string;
  status: 'succeeded' | 'failed';
  meta: JsonObject;
  error?: string;
}

export const HEADERS = {
  nobody: mockCredentials.none.header(),
  user: mockCredentials.user.header('user:default/pia'),
  service: mockCredentials.service.header(),
};

const ENTITIES: Entity[] = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: 'pia' },
    relations: [{ type: 'memberOf', targetRef: 'group:default/payments' }],
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'payments' },
  },
];

/** The real plugin in a real backend, with a catalog of one user. */
export async function startOwnership(options: {
  ownership?: JsonObject;
  catalog?: ReturnType<typeof catalogServiceMock.mock>;
  features?: Parameters<typeof startTestBackend>[0]['features'];
}) {
  const { ownership, catalog, features = [] } = options;
  const scheduler = mockServices.scheduler();
  const logger = mockServices.logger.mock();
  const audited: AuditRecord[] = [];
  const backend = await startTestBackend({
    features: [
      ownershipPlugin,
      mockServices.rootConfig.factory({
        data: ownership ? { ownership } : {},
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
  };
}

function recordingAuditor(audited: AuditRecord[]): AuditorService {
  return {
    async createEvent({ eventId, meta }: AuditorServiceCreateEventOptions) {
      return {
        async success(result) {
          const all = { ...meta, ...result?.meta };
          audited.push({ eventId, status: 'succeeded', meta: all });
        },
        async fail({ meta: more, error }) {
          const all = { ...meta, ...more };
          const { message } = error;
          audited.push({
            eventId,
            status: 'failed',
            meta: all,
            error: message,
          });
        },
      };
    },
  };
}
