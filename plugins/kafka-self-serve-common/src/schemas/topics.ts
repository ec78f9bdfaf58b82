// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { z } from 'zod';
import {
  configsSchema,
  countSchema,
  instanceSchema,
  keySchema,
  labelsSchema,
  nameSchema,
  textSchema,
} from './fields';

/** What is left out comes from the size, then from the environment. @public */
export const topicCreatePayloadSchema = z.strictObject({
  operation: z.literal('create'),
  environment: keySchema,
  /** The application instance that will own it. */
  instance: instanceSchema,
  name: nameSchema,
  description: textSchema.optional(),
  /** What topics are found by: `GET /topics?label=key=value`. */
  labels: labelsSchema.optional(),
  size: z.enum(['S', 'M', 'L']).optional(),
  partitions: countSchema.optional(),
  replicationFactor: countSchema.optional(),
  configs: configsSchema.optional(),
  deletionProtection: z.boolean().optional(),
});

/** @public */
export const topicConfigPayloadSchema = z.strictObject({
  operation: z.literal('config'),
  environment: keySchema,
  name: nameSchema,
  set: configsSchema.default({}),
  /** Overrides to drop, so that the broker's default holds again. */
  remove: z.array(nameSchema).max(100).default([]),
});

/** @public */
export const topicPartitionsPayloadSchema = z.strictObject({
  operation: z.literal('partitions'),
  environment: keySchema,
  name: nameSchema,
  partitions: countSchema,
  /** Whether its records have keys; left out: taken for granted. */
  keyed: z.boolean().optional(),
});

/** @public */
export const topicDeletePayloadSchema = z.strictObject({
  operation: z.literal('delete'),
  environment: keySchema,
  name: nameSchema,
  /** The name once more, as a person typed it. */
  typedName: nameSchema,
  /** Days between the end of access and the end of the data; the environment's if left out. */
  graceDays: countSchema.optional(),
});

/** @public */
export const topicProtectionPayloadSchema = z.strictObject({
  operation: z.literal('protection'),
  environment: keySchema,
  name: nameSchema,
  deletionProtection: z.boolean(),
});

/** @public */
export const topicPayloadSchema = z.discriminatedUnion('operation', [
  topicCreatePayloadSchema,
  topicConfigPayloadSchema,
  topicPartitionsPayloadSchema,
  topicDeletePayloadSchema,
  topicProtectionPayloadSchema,
]);

/** @public */
export const promotePayloadSchema = z.strictObject({
  from: keySchema,
  to: keySchema,
  topics: z
    .array(
      z.strictObject({
        name: nameSchema,
        /** What is different there. */
        overrides: z
          .strictObject({
            partitions: countSchema.optional(),
            replicationFactor: countSchema.optional(),
            configs: configsSchema.optional(),
          })
          .default({}),
      }),
    )
    .min(1, 'Empty list: name at least one topic')
    .max(100),
});

/** @public */
export type TopicCreatePayload = z.infer<typeof topicCreatePayloadSchema>;
/** @public */
export type TopicConfigPayload = z.infer<typeof topicConfigPayloadSchema>;
/** @public */
export type TopicPartitionsPayload = z.infer<
  typeof topicPartitionsPayloadSchema
>;
/** @public */
export type TopicDeletePayload = z.infer<typeof topicDeletePayloadSchema>;
/** @public */
export type TopicProtectionPayload = z.infer<
  typeof topicProtectionPayloadSchema
>;
/** @public */
export type TopicPayload = z.infer<typeof topicPayloadSchema>;
/** @public */
export type PromotePayload = z.infer<typeof promotePayloadSchema>;
