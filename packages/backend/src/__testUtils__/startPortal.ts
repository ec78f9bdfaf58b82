// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type AuditorService,
  type BackendFeature,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { createCompany } from './company';
// eslint-disable-next-line @backstage/no-relative-monorepo-imports -- made for tests, and not published
import { realPermissionServices } from '../../../../plugins/permission-backend-module-ownership/src/__testUtils__/permissionServices';
import { portalFeatures } from './portalFeatures';
import { TEMPLATES } from './templates';

const TIMEOUT_MS = 30_000;
const BETWEEN_MS = 50;

/** One answer of the portal. */
export interface Answer {
  status: number;
  body: any;
}

export interface AuditRecord {
  eventId: string;
  status: 'succeeded' | 'failed';
  meta: JsonObject;
}

export type Portal = Awaited<ReturnType<typeof startPortal>>;

/** Headers of a person of the demo's company, a service, or nobody. */
export const as = (who: string): string => {
  if (who === 'nobody') return mockCredentials.none.header();
  return who === 'service'
    ? mockCredentials.service.header()
    : mockCredentials.user.header(`user:default/${who}`);
};

/**
 * Everything that the portal is made of, started for the demo's company: the
 * permission, catalog and scaffolder backends are the real ones.
 */
export async function startPortal(
  options: {
    /** False switches the framework's permissions off. */
    permissions?: boolean;
    /** Instead of the policy that ours installs. */
    companyPolicy?: BackendFeature;
    alsoInstall?: BackendFeature[];
    /** Beside the company's configuration; `backend` is merged. */
    settings?: JsonObject;
    /** YAML documents, beside the templates of every test. */
    templates?: string[];
  } = {},
) {
  const { permissions = true, companyPolicy, alsoInstall = [] } = options;
  const { settings = {} } = options;
  const company = await createCompany(options);
  const audited: AuditRecord[] = [];
  const { ownership, ...config } = company.config as Record<string, JsonObject>;
  const backend = await startTestBackend({
    features: [
      ...portalFeatures(),
      ...realPermissionServices,
      recordingAuditor(audited),
      mockServices.rootConfig.factory({
        data: {
          ...config,
          ...settings,
          backend: {
            ...config.backend,
            ...(settings.backend as JsonObject | undefined),
          },
          permission: { enabled: permissions },
          ownership: {
            ...ownership,
            permissions: {
              ...(ownership.permissions as JsonObject),
              install: companyPolicy === undefined,
            },
          },
        },
      }),
      ...(companyPolicy ? [companyPolicy] : []),
      ...alsoInstall,
    ],
  }).catch(async error => {
    await company.remove();
    throw error;
  });
  const base = `http://localhost:${backend.server.port()}/api`;

  const send = async (
    who: string,
    method: string,
    path: string,
    body?: object,
  ): Promise<Answer> => {
    const response = await fetch(`${base}/${path}`, {
      method,
      headers: {
        Authorization: as(who),
        ...(body && { 'Content-Type': 'application/json' }),
      },
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    return {
      status: response.status,
      body:
        text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text,
    };
  };
  const get = (who: string, path: string) => send(who, 'GET', path);
  const post = (who: string, path: string, body: object = {}) =>
    send(who, 'POST', path, body);

  const endOf = async (id: string) => {
    const task = await eventually(
      () => get('pat', `scaffolder/v2/tasks/${id}`),
      ({ body }) => body.status === 'completed' || body.status === 'failed',
    );
    const events = await get('pat', `scaffolder/v2/tasks/${id}/events`);
    return {
      id,
      status: task.body.status as string,
      log: (events.body as { body: { message: string } }[])
        .map(({ body }) => body.message)
        .join('\n'),
    };
  };

  // The catalog reads its files after the start.
  await eventually(
    () => get('service', 'catalog/entities/by-name/user/default/pia'),
    ({ body }) => body.relations?.length > 0,
  );
  const templates = TEMPLATES.length + (options.templates?.length ?? 0);
  await eventually(
    () => get('service', 'catalog/entities/by-query?filter=kind=template'),
    ({ body }) => body.totalItems >= templates,
  );

  return {
    /** Address of the backend. */
    url: base.replace(/\/api$/, ''),
    audited,
    branches: company.branches,
    get,
    post,
    send,
    endOf,
    /** The answer of the permission backend to a plugin that asks on behalf of a person. */
    async authorize(who: string, permission: object): Promise<JsonObject> {
      const token = mockCredentials.service.token({
        onBehalfOf: mockCredentials.user(`user:default/${who}`),
        targetPluginId: 'permission',
      });
      const response = await fetch(`${base}/permission/authorize`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${token}`,
          'Content-Type': 'application/json',
        },
        body: JSON.stringify({ items: [{ id: '1', permission }] }),
      });
      if (!response.ok) throw new Error(await response.text());
      const { items } = (await response.json()) as { items: JsonObject[] };
      return items[0];
    },
    /** Runs a template to its end; says how it ended and what its log has. */
    async run(who: string, template: string, values: JsonObject) {
      const { status, body } = await post(who, 'scaffolder/v2/tasks', {
        templateRef: `template:default/${template}`,
        values,
      });
      if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
      return endOf(body.id);
    },
    async stop() {
      await backend.stop();
      await company.remove();
    },
  };
}

/** Asks until the answer is good. */
export async function eventually<T>(
  ask: () => Promise<T>,
  isGood: (answer: T) => boolean,
): Promise<T> {
  const end = Date.now() + TIMEOUT_MS;
  for (;;) {
    const answer = await ask();
    if (isGood(answer)) return answer;
    if (Date.now() > end) {
      throw new Error(`Still not: ${JSON.stringify(answer)}`);
    }
    await new Promise(resolve => setTimeout(resolve, BETWEEN_MS));
  }
}

function recordingAuditor(audited: AuditRecord[]) {
  const auditor: AuditorService = {
    async createEvent({ eventId, meta = {} }) {
      const record = (status: AuditRecord['status'], more?: JsonObject) => {
        audited.push({ eventId, status, meta: { ...meta, ...more } });
      };
      return {
        success: async result => record('succeeded', result?.meta),
        fail: async result => record('failed', result.meta),
      };
    },
  };
  return createServiceFactory({
    service: coreServices.auditor,
    deps: {},
    factory: () => auditor,
  });
}
