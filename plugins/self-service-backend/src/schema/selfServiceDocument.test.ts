// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import express from 'express';
import request from 'supertest';
import { createRouter } from '../router/createRouter';
import { OPERATIONS } from './operations';
import { selfServiceDocument } from './selfServiceDocument';

interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
  handle: { stack?: Layer[] };
}

/** Every route of the router, for example `get /requests/{id}`. None of them is mounted below a path of its own. */
function routesOf(router: unknown): string[] {
  const { stack = [] } = router as { stack?: Layer[] };
  return stack.flatMap(({ route, handle }) =>
    route
      ? Object.keys(route.methods).map(
          method => `${method} ${route.path.replace(/:(\w+)/g, '{$1}')}`,
        )
      : routesOf(handle),
  );
}

// Handlers look at their options only when they are called.
const router = createRouter({
  report: {},
  httpAuth: mockServices.httpAuth(),
} as never);

const { paths, components } = selfServiceDocument();
const bodyOf = (method: string, path: string) =>
  (paths[path][method] as any).requestBody.content['application/json'].schema;

describe('the OpenAPI document', () => {
  it('has every mounted route, and no other', () => {
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(method => `${method} ${path}`),
    );
    expect(described.sort()).toEqual(routesOf(router).sort());
    expect(described).toContain('post /requests/{id}/approve');
  });

  it('names each operation once', () => {
    const ids = OPERATIONS.map(({ id }) => id);
    expect([...new Set(ids)]).toEqual(ids);
  });

  it('describes bodies by the schemas that check them', () => {
    expect(bodyOf('post', '/requests/{id}/approve')).toEqual({
      type: 'object',
      properties: {
        planDigest: { type: 'string', pattern: '^[0-9a-f]{64}$' },
        comment: { type: 'string', maxLength: 10_000 },
      },
      required: ['planDigest'],
      additionalProperties: false,
    });
    expect(bodyOf('post', '/requests').properties.payload).toEqual({
      $ref: '#/components/schemas/ChangePayload',
    });
    expect(
      (components as any).schemas.ChangePayload.properties.onExists,
    ).toEqual({ type: 'string', enum: ['fail', 'replace'] });
    expect(bodyOf('patch', '/requests/{id}/report').properties.status).toEqual({
      type: 'string',
      enum: ['IN_PROGRESS', 'SUCCESS', 'FAILURE'],
    });
  });

  it('describes each filter of a list, with its values', () => {
    const { parameters } = paths['/requests'].get as any;
    const schemas = Object.fromEntries(
      parameters.map(({ name, schema }: any) => [name, schema]),
    );
    expect(schemas.decision.items.enum).toContain('changes-requested');
    expect(schemas.mine).toEqual({ type: 'string', enum: ['true', 'false'] });
    expect(schemas.limit).toMatchObject({ minimum: 1, maximum: 100 });
    for (const [name, schema] of Object.entries(schemas)) {
      expect([name, Object.keys(schema as object).length > 0]).toEqual([
        name,
        true,
      ]);
    }
  });

  it('says where a body is needed, and where a token of Backstage is not', () => {
    const needed = (path: string) =>
      (paths[path].post as any).requestBody.required;
    expect(needed('/requests/{id}/submit')).toBe(false);
    expect(needed('/requests/{id}/reject')).toBe(true);
    expect((paths['/report/token'].post as any).security).toEqual([]);
    expect((paths['/requests/{id}/report'].post as any).security).toEqual([
      { report: [] },
      { backstage: [] },
    ]);
    expect((paths['/requests'].get as any).security).toBeUndefined();
  });

  it('is served to people, and to nobody else', async () => {
    const app = express().use(router);
    const get = (credentials: string) =>
      request(app).get('/openapi.json').set('Authorization', credentials);
    const { status, body } = await get(mockCredentials.user.header());
    expect(status).toBe(200);
    expect(body).toEqual(JSON.parse(JSON.stringify(selfServiceDocument())));
    expect((await get(mockCredentials.none.header())).status).not.toBe(200);
    expect((await get(mockCredentials.service.header())).status).not.toBe(200);
  });
});
