// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { z } from 'zod';
import { configsSchema, keySchema, limitsSchema, textSchema } from './fields';

const positive = z.int().min(1);

const sizeSchema = z.strictObject({
  partitions: positive,
  'retention.ms': z
    .string()
    .regex(/^(?:-1|\d{1,19})$/, 'Not a time: write milliseconds, or -1'),
});

/** What an administrator writes about an environment. @public */
export const environmentSchema = z.strictObject({
  name: keySchema,
  displayName: textSchema.min(1),
  description: textSchema.optional(),
  color: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, 'Not a color: write it as #2e7d32')
    .optional(),
  order: z.int().min(0),
  environment: textSchema.min(1),
  store: textSchema.min(1),
  connection: textSchema.min(1),
  schemaRegistry: textSchema.min(1).optional(),
  defaults: z.strictObject({
    partitions: positive,
    replicationFactor: positive,
    configs: configsSchema.default({}),
  }),
  limits: z
    .strictObject({
      partitionsPerTopic: positive.optional(),
      instance: limitsSchema.optional(),
      sizes: z
        .strictObject({
          S: sizeSchema.optional(),
          M: sizeSchema.optional(),
          L: sizeSchema.optional(),
        })
        .optional(),
      deleteGraceDays: z.int().min(0).max(30).optional(),
    })
    .default({}),
  policyRefs: z.array(keySchema).max(100).default([]),
});

function compiles(pattern: string): boolean {
  try {
    return Boolean(new RegExp(`^(?:${pattern})$`, 'u'));
  } catch {
    return false;
  }
}

const valueField = z
  .string()
  .regex(
    /^(?:name|partitions|replicationFactor|configs\.[a-z][a-z.]*)$/,
    'Not a field: write name, partitions, replicationFactor or configs.<key>',
  )
  .transform(
    field =>
      field as
        | 'name'
        | 'partitions'
        | 'replicationFactor'
        | `configs.${string}`,
  );

const constraintBase = {
  severity: z.enum(['error', 'warn']),
  message: textSchema.min(1),
};
const values = z.array(textSchema).min(1).max(1_000);
const keys = z.array(textSchema.min(1)).max(100);

const constraintSchema = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('range'),
      field: valueField,
      min: z.number().optional(),
      max: z.number().optional(),
      ...constraintBase,
    })
    .refine(
      ({ min, max }) => min !== undefined || max !== undefined,
      'Neither min nor max: write at least one',
    ),
  z.strictObject({
    kind: z.literal('one-of'),
    field: valueField,
    values,
    ...constraintBase,
  }),
  z.strictObject({
    kind: z.literal('none-of'),
    field: valueField,
    values,
    ...constraintBase,
  }),
  z.strictObject({
    kind: z.literal('regex'),
    field: valueField,
    pattern: textSchema.refine(compiles, 'Not a regular expression'),
    ...constraintBase,
  }),
  z.strictObject({
    kind: z.literal('required-keys'),
    field: z.literal('configs'),
    keys,
    ...constraintBase,
  }),
  z.strictObject({
    kind: z.literal('allowed-keys'),
    field: z.literal('configs'),
    keys,
    ...constraintBase,
  }),
]);

/** What an administrator writes about a topic policy. @public */
export const topicPolicySchema = z.strictObject({
  name: keySchema,
  description: textSchema.optional(),
  constraints: z.array(constraintSchema).max(100),
});

/** @public */
export type EnvironmentInput = z.infer<typeof environmentSchema>;
/** @public */
export type TopicPolicyInput = z.infer<typeof topicPolicySchema>;
