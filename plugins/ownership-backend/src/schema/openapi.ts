// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { z } from 'zod';
import {
  decideBody,
  emptyBody,
  explainBody,
  openBreakGlassBody,
  simulateBody,
} from './bodies';
import { OPERATIONS, type Operation } from './operations';

const BODIES = {
  decide: decideBody,
  empty: emptyBody,
  explain: explainBody,
  openBreakGlass: openBreakGlassBody,
  simulate: simulateBody,
};

/**
 * The OpenAPI 3.1 document of the routes. Bodies come from the very schemas
 * that check them; answers are named by their types in
 * `@fairway/backstage-plugin-ownership-common`.
 */
export function openApiDocument() {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of OPERATIONS) {
    const { path, method } = operation;
    paths[path] = { ...paths[path], [method]: describe(operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'ownership',
      version: '1',
      description:
        'Who may change what where, and why not. Under `/api/ownership`.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: {
        backstage: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      },
    },
    security: [{ backstage: [] }],
  };
}

function describe(operation: Operation) {
  const { id, summary, who, answer, body, query = [], path } = operation;
  const { status = 200, tagged = false, repeated = [] } = operation;
  const parameters = [
    ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    ...query.map(name => ({
      name: name.replace(/!$/, ''),
      in: 'query',
      required: name.endsWith('!'),
      schema: repeated.includes(name)
        ? { type: 'array', items: { type: 'string' } }
        : { type: 'string' },
    })),
    ...(tagged
      ? [{ name: 'If-None-Match', in: 'header', schema: { type: 'string' } }]
      : []),
  ];
  return {
    operationId: id,
    summary,
    description: `For ${who}.`,
    parameters,
    ...(body && {
      requestBody: {
        required: body !== 'empty',
        content: {
          'application/json': {
            schema: z.toJSONSchema(BODIES[body], { target: 'draft-2020-12' }),
          },
        },
      },
    }),
    responses: {
      [status]: { description: `\`${answer}\`` },
      ...(tagged && { 304: { description: 'As it was' } }),
      default: {
        description: 'A refusal with a stable `code` in `error`',
        content: {
          'application/json': {
            schema: {
              type: 'object',
              required: ['error'],
              properties: {
                error: {
                  type: 'object',
                  required: ['name', 'message'],
                  properties: {
                    name: { type: 'string' },
                    message: { type: 'string' },
                    code: { type: 'string' },
                  },
                },
              },
            },
          },
        },
      },
    },
  };
}
