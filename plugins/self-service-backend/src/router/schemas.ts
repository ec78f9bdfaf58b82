// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { z } from 'zod';
import { hasInvisible, isBlank } from '../domain/text';
import { selfServiceError } from '../errors';

const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    // Subjects and trailers are one line each; a second line could pass for a trailer.
    .regex(
      /^[^\p{Cc}\p{Zl}\p{Zp}]*$/u,
      'has a line break or control character',
    );

const attributes = z
  .record(z.string().max(100), z.string().max(1000))
  .refine(
    record => Object.keys(record).length <= 20,
    'has more than 20 attributes',
  )
  // Whatever shows nothing is left out, so that no rule, digest or record takes it for a value.
  .transform(record =>
    Object.fromEntries(
      Object.entries(record).filter(([, value]) => !isBlank(value)),
    ),
  );

const preview = {
  repoUrl: z.string().min(1).max(500),
  files: z.array(z.strictObject({ path: z.string(), content: z.string() })),
  request: attributes.optional(),
  expect: z
    .strictObject({
      environment: z.string().min(1).max(100).optional(),
      service: z.string().min(1).max(100).optional(),
    })
    .optional(),
};

export const previewSchema = z.strictObject(preview);

export const createSchema = z.strictObject({
  ...preview,
  title: line(150)
    .refine(
      title => !hasInvisible(title),
      'has invisible characters, or such that turn the direction of the text',
    )
    .refine(
      title => !/^[\p{Pd}\s]*$|^---|^diff -/u.test(title) && !isBlank(title),
      'says nothing, or begins like a patch',
    ),
  description: z.string().max(10_000).optional(),
  baseSha: z
    .string()
    .regex(/^[0-9a-f]{40}$/, 'is not a commit id of 40 hexadecimal digits')
    .optional(),
  idempotencyKey: line(255),
  origin: z
    .strictObject({
      templateRef: line(255).optional(),
      taskId: line(64).optional(),
    })
    .optional(),
});

export const pageSchema = z.strictObject({
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

/** @throws InputError `input-invalid`, which names every field that is wrong */
export function parse<TSchema extends z.ZodType>(
  schema: TSchema,
  value: unknown,
): z.output<TSchema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues
    .slice(0, 5)
    .map(({ path, message }) => `"${path.join('.') || 'body'}": ${message}`)
    .join('; ');
  throw selfServiceError('input-invalid', { problems });
}
