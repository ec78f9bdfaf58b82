// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';
import type { KafkaRequestKind } from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { RegistryZod, Wish, WishInput } from '@fairway/requests-node';

function given(fields: WishInput): JsonObject {
  const entries = Object.entries(fields);
  return Object.fromEntries(
    entries.filter(([, value]) => value !== undefined),
  ) as JsonObject;
}

const environmentOf = (z: RegistryZod) =>
  z.string().describe('Name of the Kafka environment');

/** Topics, and access to somebody's. */
export const WISHES: readonly (Wish & { kind: KafkaRequestKind })[] = [
  {
    noun: 'kafka-topic',
    words: 'a Kafka topic',
    kind: 'kafka.topic',
    input: z => ({
      environment: environmentOf(z),
      instance: z
        .string()
        .describe('Application instance that will own it, as in orders@dev'),
      name: z.string().describe('Name of the topic'),
      description: z.string().optional(),
      labels: z
        .record(z.string())
        .describe('What it is found by, key and value')
        .optional(),
      size: z.enum(['S', 'M', 'L']).optional(),
      partitions: z.number().int().optional(),
      replicationFactor: z.number().int().optional(),
      configs: z
        .record(z.string())
        .describe('Overrides by key; values are text')
        .optional(),
    }),
    payload: input => given({ operation: 'create', ...input }),
  },
  {
    noun: 'kafka-access',
    words: "access to another team's Kafka topic",
    kind: 'kafka.grant',
    input: z => ({
      environment: environmentOf(z),
      grantee: z.string().describe('Application instance that gets access'),
      access: z.enum(['CONSUME', 'PRODUCE']),
      topic: z.string().describe('Name of the topic'),
      group: z
        .string()
        .describe("For CONSUME: prefix of the grantee's consumer groups")
        .optional(),
      transactionalId: z
        .string()
        .describe('For PRODUCE in transactions: prefix of the ids')
        .optional(),
      expiresAt: z.string().describe('When it ends, ISO 8601').optional(),
    }),
    payload: ({ topic, group, transactionalId, ...input }) =>
      given({
        operation: 'create',
        ...input,
        topic: { pattern: 'LITERAL', name: topic },
        group: group && { pattern: 'PREFIXED', name: group },
        transactionalId: transactionalId && {
          pattern: 'PREFIXED',
          name: transactionalId,
        },
      }),
  },
];
