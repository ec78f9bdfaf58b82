// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import type { KafkaRequests, Wish } from '../KafkaRequests';
import { askFor, askingInput, askingOutput, given } from './common';
import { examples } from './createTopicRequestAction.examples';

const ID = 'kafka:topic:request';

/** Asks for a topic, with its consumers and schema in the same request if they are given. */
export function createTopicRequestAction(options: {
  requests: KafkaRequests;
  portal: string;
}) {
  return createTemplateAction({
    id: ID,
    description:
      'Asks for a Kafka topic; consumers, producers and a schema that are given come with it in one request, decided once. What is left out comes from the size, then from the environment.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        environment: z => z.string().describe('The Kafka environment'),
        instance: z =>
          z
            .string()
            .describe('The application instance that will own it: refunds@dev'),
        name: z => z.string().describe('Name of the topic'),
        description: z => z.string().describe('What is in it').optional(),
        labels: z =>
          z
            .record(z.string())
            .describe('What it is found by, key and value')
            .optional(),
        size: z =>
          z
            .enum(['S', 'M', 'L'])
            .describe("One of the environment's sizes")
            .optional(),
        partitions: z => z.number().int().optional(),
        replicationFactor: z => z.number().int().optional(),
        configs: z =>
          z
            .record(z.string())
            .describe('Overrides by key; values are text')
            .optional(),
        deletionProtection: z => z.boolean().optional(),
        access: z =>
          z
            .array(
              z.object({
                grantee: z.string().describe('The instance that gets access'),
                access: z.enum(['CONSUME', 'PRODUCE']),
                group: z
                  .string()
                  .describe('For CONSUME: prefix of the groups that read it')
                  .optional(),
                expiresAt: z.string().describe('ISO 8601').optional(),
              }),
            )
            .describe('Others that may read or write it from the start')
            .optional(),
        schema: z =>
          z
            .object({
              format: z.enum(['AVRO', 'JSON', 'PROTOBUF']),
              text: z.string().describe('Text of the schema of its values'),
              compatibility: z.string().optional(),
            })
            .optional(),
        ...askingInput,
      },
      output: askingOutput,
    },
    async handler(ctx) {
      const { access = [], schema, submit, reason, ...topic } = ctx.input;
      const { environment, instance, name } = topic;
      const creation = given({ operation: 'create', ...topic });
      const items: JsonObject[] = [
        { kind: 'kafka.topic', payload: creation },
        ...access.map(({ group, ...each }) => ({
          kind: 'kafka.grant',
          payload: given({
            operation: 'create',
            environment,
            ...each,
            topic: { pattern: 'LITERAL', name },
            group: group && { pattern: 'PREFIXED', name: group },
          }),
        })),
        ...(schema
          ? [
              {
                kind: 'kafka.subject',
                payload: given({
                  operation: 'register',
                  environment,
                  instance,
                  name: `${name}-value`,
                  format: schema.format,
                  schema: schema.text,
                  compatibility: schema.compatibility,
                }),
              },
            ]
          : []),
      ];
      const wish: Wish =
        items.length === 1
          ? { kind: 'kafka.topic', payload: creation }
          : { kind: 'kafka.bundle', payload: { environment, items } };
      await askFor({ ...options, action: ID, ctx, wish });
    },
  });
}
