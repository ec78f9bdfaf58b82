// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { z } from 'zod';
import { createRequestsRouter } from '../http/createRequestsRouter';
import { openApiDocument } from './openApiDocument';
import { REQUEST_OPERATIONS } from './requestOperations';

interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
}

const documentOf = (payloads: Record<string, z.ZodType>) =>
  openApiDocument({
    pluginId: 'store-room',
    description: 'A store room.',
    operations: REQUEST_OPERATIONS,
    payloads,
  });

it('describes every route of the router, and no other', () => {
  const { stack } = createRequestsRouter({} as never) as unknown as {
    stack: Layer[];
  };
  const mounted = stack.flatMap(({ route }) =>
    route
      ? Object.keys(route.methods).map(
          method => `${method} ${route.path.replace(/:(\w+)/g, '{$1}')}`,
        )
      : [],
  );
  expect(
    REQUEST_OPERATIONS.map(({ method, path }) => `${method} ${path}`).sort(),
  ).toEqual(mounted.sort());
});

it('takes a payload of any of the kinds', () => {
  const { components, paths } = documentOf({
    'store.shelf': z.strictObject({ shelf: z.string() }),
    'store.box': z.strictObject({ box: z.int() }),
  });
  const { schemas } = components as { schemas: Record<string, object> };
  expect(Object.keys(schemas)).toEqual([
    'StoreShelfPayload',
    'StoreBoxPayload',
    'Refusal',
  ]);
  const { requestBody } = paths['/requests/{id}/revise'].post as any;
  expect(
    requestBody.content['application/json'].schema.properties.payload,
  ).toEqual({
    anyOf: [
      { $ref: '#/components/schemas/StoreShelfPayload' },
      { $ref: '#/components/schemas/StoreBoxPayload' },
    ],
  });
});
