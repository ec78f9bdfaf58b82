// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { KAFKA_REQUEST_KINDS } from '@fairway/backstage-plugin-kafka-self-serve-common';
import express from 'express';
import request from 'supertest';
import { routesOf } from '../__testUtils__/routesOf';
import { createRouter } from '../router/createRouter';
import { kafkaDocument } from './kafkaDocument';
import { OPERATIONS } from './operations';

// Handlers look at their options only when they are called.
const router = createRouter({ httpAuth: mockServices.httpAuth() } as never);

const { paths, components } = kafkaDocument() as any;
const bodyOf = (method: string, path: string) =>
  paths[path][method].requestBody.content['application/json'].schema;
const parametersOf = (path: string) =>
  Object.fromEntries(
    paths[path].get.parameters.map(({ name, schema }: any) => [name, schema]),
  );

describe('the OpenAPI document', () => {
  it('has every mounted route, and no other', () => {
    const described = Object.entries<object>(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(method => `${method} ${path}`),
    );
    const mounted = routesOf(router).map(route =>
      route.replace(/:(\w+)/g, '{$1}'),
    );
    expect(described.sort()).toEqual(mounted.sort());
    expect(described).toContain('delete /environments/{name}');
  });

  it('names each operation once', () => {
    const ids = OPERATIONS.map(({ id }) => id);
    expect([...new Set(ids)]).toEqual(ids);
  });

  it('has the payload of every kind of request', () => {
    const { anyOf } = bodyOf('post', '/requests').properties.payload;
    expect(anyOf).toHaveLength(KAFKA_REQUEST_KINDS.length);
    for (const { $ref } of anyOf) {
      const schema = components.schemas[$ref.split('/').at(-1)];
      expect(schema.type ?? schema.anyOf ?? schema.oneOf).toBeDefined();
    }
    expect(components.schemas.KafkaBundlePayload.required).toEqual([
      'environment',
      'items',
    ]);
  });

  it('describes bodies and queries by the schemas that check them', () => {
    expect(bodyOf('put', '/environments/{name}').properties.rowVersion).toEqual(
      bodyOf('put', '/policies/{name}').properties.rowVersion,
    );
    expect(bodyOf('post', '/drift/{id}').properties.choice.enum).toContain(
      'adopt',
    );
    expect(parametersOf('/topics').phase.items.enum).toContain('drifted');
    for (const [path, { get }] of Object.entries<any>(paths)) {
      for (const { name, schema } of get?.parameters ?? []) {
        expect([path, name, Object.keys(schema).length]).not.toEqual([
          path,
          name,
          0,
        ]);
      }
    }
  });

  it('is served to people, and to nobody else', async () => {
    const app = express().use(router);
    const get = (credentials: string) =>
      request(app).get('/openapi.json').set('Authorization', credentials);
    const { status, body } = await get(mockCredentials.user.header());
    expect(status).toBe(200);
    expect(body).toEqual(JSON.parse(JSON.stringify(kafkaDocument())));
    expect((await get(mockCredentials.none.header())).status).not.toBe(200);
    expect((await get(mockCredentials.service.header())).status).not.toBe(200);
  });
});
