// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { z } from 'zod';
import {
  compatibilitySchema,
  nameSchema,
  schemaFormatSchema,
  schemaReferenceSchema,
} from '../schemas/fields';

type Fields = Record<string, unknown>;

/** Other words that people use for a field; the first is ours. */
function renamed(aliases: Record<string, string[]>) {
  return (input: unknown): unknown => {
    if (typeof input !== 'object' || !input || Array.isArray(input)) {
      return input;
    }
    const fields: Fields = { ...input };
    for (const [name, others] of Object.entries(aliases)) {
      for (const other of others) {
        if (!(other in fields) || name in fields) continue;
        fields[name] = fields[other];
        delete fields[other];
      }
    }
    return fields;
  };
}

const word = <const Words extends readonly [string, ...string[]]>(
  words: Words,
) =>
  z.preprocess(
    input =>
      typeof input === 'string'
        ? input.toUpperCase().replaceAll('-', '_')
        : input,
    z.enum(words),
  );

/** YAML reads `604800000` as a number and `true` as a boolean; Kafka keeps text. */
const configValueSchema = z
  .union(
    [
      z.string(),
      z.boolean(),
      z
        .number()
        .refine(
          value => !Number.isInteger(value) || Number.isSafeInteger(value),
          'Too large for a number: write it in quotes',
        ),
    ],
    'Not a config value: write text, a number, true or false',
  )
  .transform(String);

const topicSchema = z.strictObject({
  name: nameSchema,
  partitions: z.number(),
  replicationFactor: z.number(),
  configs: z.record(z.string(), configValueSchema).default({}),
});

const aclSchema = z.preprocess(
  renamed({
    resourceType: ['type'],
    resourceName: ['name', 'resource'],
    patternType: ['pattern'],
    permission: ['permissionType'],
  }),
  z.strictObject({
    resourceType: word([
      'TOPIC',
      'GROUP',
      'CLUSTER',
      'TRANSACTIONAL_ID',
      'DELEGATION_TOKEN',
      'USER',
    ]),
    patternType: word(['LITERAL', 'PREFIXED']).default('LITERAL'),
    resourceName: nameSchema.min(1),
    principal: z
      .string()
      .regex(/^[^:\s]+:\S+$/, 'Not a principal: write it as User:name'),
    host: z.string().min(1).default('*'),
    operation: word([
      'ALL',
      'READ',
      'WRITE',
      'CREATE',
      'DELETE',
      'ALTER',
      'DESCRIBE',
      'CLUSTER_ACTION',
      'DESCRIBE_CONFIGS',
      'ALTER_CONFIGS',
      'IDEMPOTENT_WRITE',
      'CREATE_TOKENS',
      'DESCRIBE_TOKENS',
      'TWO_PHASE_COMMIT',
    ]),
    permission: word(['ALLOW', 'DENY']).default('ALLOW'),
  }),
);

const subjectFields = {
  name: nameSchema.min(1),
  format: schemaFormatSchema.optional(),
  schema: z.string().optional(),
  references: z.array(schemaReferenceSchema).optional(),
  compatibility: compatibilitySchema.optional(),
};

const asSubject = renamed({ name: ['subject'], format: ['schemaType'] });

const groupSchema = z.object({
  groupId: z.string(),
  state: z
    .enum([
      'EMPTY',
      'STABLE',
      'PREPARING_REBALANCE',
      'COMPLETING_REBALANCE',
      'ASSIGNING',
      'RECONCILING',
      'DEAD',
      'UNKNOWN',
    ])
    .default('UNKNOWN'),
  members: z.int().min(0),
  topics: z.array(z.string()),
});

/** What there should be. A section that is left out is not spoken of. @public */
export const desiredFileSchema = z.strictObject({
  topics: z.array(topicSchema).optional(),
  acls: z.array(aclSchema).optional(),
  subjects: z
    .array(z.preprocess(asSubject, z.strictObject(subjectFields)))
    .optional(),
});

/** What there is, as it was exported; more fields than these are of no harm. @public */
export const observedFileSchema = z.object({
  clusterId: z.string().optional(),
  /** Live brokers. */
  brokers: z.int().min(0).optional(),
  topics: z
    .array(z.object({ ...topicSchema.shape, topicId: z.string().optional() }))
    .default([]),
  acls: z.array(aclSchema).default([]),
  subjects: z
    .array(
      z.preprocess(
        asSubject,
        z.object({ ...subjectFields, version: z.int().optional() }),
      ),
    )
    .default([]),
  groups: z.array(groupSchema).optional(),
});

/** @public */
export type DesiredFile = z.input<typeof desiredFileSchema>;
/** @public */
export type ObservedFile = z.input<typeof observedFileSchema>;
