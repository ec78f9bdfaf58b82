// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ZodType } from 'zod';
import { bodySchema, type JsonSchema, queryParameters } from './jsonSchema';
import type { ApiOperation } from './types';

const REFUSAL = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['name', 'message'],
      properties: {
        name: { type: 'string' },
        message: { type: 'string' },
        code: { type: 'string', description: 'Stable: docs/errors.md' },
        details: { type: 'object' },
      },
    },
  },
};

/** What a document is made of. @public */
export interface OpenApiOptions {
  pluginId: string;
  description: string;
  operations: readonly ApiOperation[];
  /** Schema of the payload of each kind of request. */
  payloads: Record<string, ZodType>;
  /** Besides `backstage`, the token of a person or service that Backstage knows. */
  securitySchemes?: Record<string, JsonSchema>;
}

/**
 * The OpenAPI 3.1 document of a plugin's routes. Bodies and queries come from the very schemas that check them; answers
 * are named by their types.
 *
 * @public
 */
export function openApiDocument(options: OpenApiOptions): {
  openapi: string;
  paths: Record<string, Record<string, JsonSchema>>;
  [field: string]: unknown;
} {
  const { pluginId, description, operations, payloads } = options;
  const names = Object.keys(payloads).map(kind => [kind, payloadName(kind)]);
  const refs = names.map(([, name]) => ({
    $ref: `#/components/schemas/${name}`,
  }));
  const payload = refs.length === 1 ? refs[0] : { anyOf: refs };
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const operation of operations) {
    const { path, method } = operation;
    paths[path] = { ...paths[path], [method]: describe(operation, payload) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: pluginId,
      version: '1',
      description: `${description} Under \`/api/${pluginId}\`.`,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: {
        ...Object.fromEntries(
          names.map(([kind, name]) => [name, bodySchema(payloads[kind])]),
        ),
        Refusal: REFUSAL,
      },
      securitySchemes: {
        backstage: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        ...options.securitySchemes,
      },
    },
    security: [{ backstage: [] }],
  };
}

/** `kafka.topic` → `KafkaTopicPayload` */
function payloadName(kind: string): string {
  const words = kind.split(/[^A-Za-z0-9]+/);
  return `${words
    .map(word => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')}Payload`;
}

function describe(operation: ApiOperation, payload: JsonSchema): JsonSchema {
  const { id, summary, who, answer, body, query, path, security } = operation;
  const { status = 200, also = {}, media = ['application/json'] } = operation;
  return {
    operationId: id,
    summary,
    description: `For ${who}.`,
    parameters: [
      ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
        name,
        in: 'path',
        required: true,
        schema: { type: 'string' },
      })),
      ...(query ? queryParameters(query) : []),
      ...(operation.tagged
        ? [{ name: 'If-None-Match', in: 'header', schema: { type: 'string' } }]
        : []),
    ],
    ...(body && {
      requestBody: {
        required: !body.safeParse({}).success,
        content: {
          'application/json': { schema: bodySchema(body, { payload }) },
        },
      },
    }),
    responses: {
      [status]: {
        description: `\`${answer}\``,
        content: Object.fromEntries(media.map(type => [type, {}])),
      },
      ...Object.fromEntries(
        Object.entries(also).map(([code, description]) => [
          code,
          { description },
        ]),
      ),
      ...(operation.tagged && { 304: { description: 'As it was' } }),
      default: {
        description: 'A refusal with a stable `code` in `error`',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Refusal' },
          },
        },
      },
    },
    ...(security && { security: security.map(name => ({ [name]: [] })) }),
  };
}
