// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { z } from 'zod';
import {
  compatibilitySchema,
  instanceSchema,
  keySchema,
  namePatternSchema,
  nameSchema,
  offsetSchema,
  schemaFormatSchema,
  schemaReferenceSchema,
  textSchema,
  timeSchema,
} from './fields';

/** Access to somebody's topic; the owner is whoever's pattern it is in. @public */
export const grantPayloadSchema = z.discriminatedUnion('operation', [
  z.strictObject({
    operation: z.literal('create'),
    environment: keySchema,
    grantee: instanceSchema,
    access: z.enum(['CONSUME', 'PRODUCE']),
    topic: namePatternSchema,
    /** For CONSUME, of the grantee's own. */
    group: namePatternSchema.optional(),
    /** For PRODUCE with transactions, of the grantee's own. */
    transactionalId: namePatternSchema.optional(),
    expiresAt: timeSchema.optional(),
  }),
  z.strictObject({
    operation: z.literal('renew'),
    environment: keySchema,
    grant: textSchema.min(1),
    /** Left out: until it is revoked. */
    expiresAt: timeSchema.optional(),
  }),
]);

/** @public */
export const revokePayloadSchema = z.strictObject({
  environment: keySchema,
  grant: textSchema.min(1),
});

/** @public */
export const subjectPayloadSchema = z.discriminatedUnion('operation', [
  z.strictObject({
    operation: z.literal('register'),
    environment: keySchema,
    instance: instanceSchema,
    name: nameSchema,
    strategy: z
      .enum(['TopicName', 'RecordName', 'TopicRecordName'])
      .default('TopicName'),
    format: schemaFormatSchema,
    schema: z.string().min(1).max(1_000_000),
    references: z.array(schemaReferenceSchema).max(100).optional(),
    compatibility: compatibilitySchema.optional(),
  }),
  z.strictObject({
    operation: z.literal('compatibility'),
    environment: keySchema,
    instance: instanceSchema,
    name: nameSchema,
    compatibility: compatibilitySchema,
  }),
]);

/** Where a group goes on reading. @public */
export const offsetStrategySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('earliest') }),
  z.strictObject({ kind: z.literal('latest') }),
  /** The first record at or after a time. */
  z.strictObject({ kind: z.literal('date-time'), at: textSchema }),
  /** The first record of the last while, ISO 8601: `PT2H`. */
  z.strictObject({ kind: z.literal('duration'), ago: textSchema }),
  /** Records forward, or back if negative. */
  z.strictObject({ kind: z.literal('shift'), by: z.int() }),
  z.strictObject({
    kind: z.literal('explicit'),
    offsets: z
      .array(
        z.strictObject({
          topic: nameSchema,
          partition: z.int().min(0),
          offset: offsetSchema,
        }),
      )
      .min(1)
      .max(10_000)
      .refine(
        offsets =>
          new Set(
            offsets.map(({ topic, partition }) => `${topic}/${partition}`),
          ).size === offsets.length,
        'A partition is in the list twice',
      ),
  }),
]);

/** @public */
export const offsetResetPayloadSchema = z.strictObject({
  environment: keySchema,
  instance: instanceSchema,
  group: nameSchema,
  /** Left out: every topic that the group has offsets of. */
  topics: z
    .array(
      z.strictObject({
        name: nameSchema,
        /** Left out: all of them. */
        partitions: z.array(z.int().min(0)).max(10_000).optional(),
      }),
    )
    .max(1_000)
    .optional(),
  strategy: offsetStrategySchema,
});

/** @public */
export type GrantPayload = z.infer<typeof grantPayloadSchema>;
/** @public */
export type GrantCreatePayload = Extract<GrantPayload, { operation: 'create' }>;
/** @public */
export type RevokePayload = z.infer<typeof revokePayloadSchema>;
/** @public */
export type SubjectPayload = z.infer<typeof subjectPayloadSchema>;
/** @public */
export type SubjectRegisterPayload = Extract<
  SubjectPayload,
  { operation: 'register' }
>;
/** @public */
export type SubjectCompatibilityPayload = Extract<
  SubjectPayload,
  { operation: 'compatibility' }
>;
/** @public */
export type OffsetStrategy = z.infer<typeof offsetStrategySchema>;
/** @public */
export type OffsetResetPayload = z.infer<typeof offsetResetPayloadSchema>;
