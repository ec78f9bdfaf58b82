// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { z } from 'zod';

/** Length of what people write about a thing. */
const MOST_CHARACTERS = 1_000;

/** A key of ours: an environment or application, part of links and ids. */
export const keySchema = z
  .string()
  .max(63, 'Longer than 63 characters: write something shorter')
  .regex(
    /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/,
    'Not a name: write lower case letters, digits and "-"',
  );

/** Id of an application instance. */
export const instanceSchema = z
  .string()
  .regex(
    /^[a-z0-9-]{1,63}@[a-z0-9-]{1,63}$/,
    'Not an application instance: write application@environment',
  );

export const textSchema = z
  .string()
  .max(MOST_CHARACTERS, 'Longer than 1000 characters: write something shorter');

/**
 * A name of Kafka. Shape and size only: the rules say what is wrong with it,
 * together with everything else.
 */
export const nameSchema = textSchema;

export const groupRefSchema = z
  .string()
  .regex(
    /^group:[^/\s:]+\/[^/\s:]+$/i,
    'Not a group: write it as group:default/name',
  );

export const componentRefSchema = z
  .string()
  .regex(
    /^(?:component|system):[^/\s:]+\/[^/\s:]+$/i,
    'Not a component or system: write it as component:default/name',
  );

/** A number that the rules judge; JSON has no NaN, and neither have we. */
export const countSchema = z.number();

export const configsSchema = z
  .record(z.string().min(1).max(200), z.string().max(10_000))
  .refine(
    configs => Object.keys(configs).length <= 100,
    'More than 100 configs: leave some out',
  );

/** For people and their searches; nothing is decided by them. */
export const labelsSchema = z
  .record(
    z
      .string()
      .regex(
        /^[a-z0-9](?:[a-z0-9._/-]{0,61}[a-z0-9])?$/,
        'Not a label: write lower case letters, digits, ".", "_", "/" and "-"',
      ),
    z.string().max(100, 'Longer than 100 characters: write something shorter'),
  )
  .refine(
    labels => Object.keys(labels).length <= 20,
    'More than 20 labels: leave some out',
  );

export const timeSchema = z.iso.datetime({
  offset: true,
  error: 'Not a time: write it as 2026-11-22T14:00:00Z',
});

export const namePatternSchema = z.strictObject({
  pattern: z.enum(['LITERAL', 'PREFIXED']),
  name: nameSchema,
});

export const ownedPatternSchema = namePatternSchema.extend({
  type: z.enum(['TOPIC', 'GROUP', 'SUBJECT', 'TRANSACTIONAL_ID']),
});

export const ownedPatternsSchema = z.array(ownedPatternSchema).max(100);

export const limitsSchema = z.strictObject({
  topics: countSchema.optional(),
  partitions: countSchema.optional(),
  bytes: countSchema.optional(),
});

export const quotaSchema = z.strictObject({
  producerByteRate: countSchema.optional(),
  consumerByteRate: countSchema.optional(),
});

export const compatibilitySchema = z.enum([
  'NONE',
  'BACKWARD',
  'BACKWARD_TRANSITIVE',
  'FORWARD',
  'FORWARD_TRANSITIVE',
  'FULL',
  'FULL_TRANSITIVE',
]);

export const schemaFormatSchema = z.enum(['AVRO', 'JSON', 'PROTOBUF']);

export const schemaReferenceSchema = z.strictObject({
  name: nameSchema,
  subject: nameSchema,
  version: z.int().min(1),
});

/** Offsets are wider than a JavaScript number. */
export const offsetSchema = z
  .string()
  .regex(/^\d{1,19}$/, 'Not an offset: write a whole number as text, "42"');

export const mechanismSchema = z.enum(['SCRAM-SHA-256', 'SCRAM-SHA-512']);
