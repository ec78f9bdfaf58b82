// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { z, type ZodType } from 'zod';
import { kafkaError } from '../errors';

/** @throws InputError `kafka-input-invalid`, which names every field that is wrong */
export function parse<T>(schema: ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const reasons = parsed.error.issues.map(issue => {
    const where = issue.path.map(String).join('.');
    const words = issue.message.replace(/\.$/, '');
    return where ? `"${where}": ${words}` : words;
  });
  throw kafkaError('kafka-input-invalid', { reason: reasons.join('; ') });
}

const text = z.string().min(1).max(1_000);

/** A parameter that may be there several times. */
export const list = <T extends ZodType<string>>(item: T) =>
  z.preprocess(
    value => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(item).min(1).max(100).optional(),
  );

export const texts = list(text);

export const flag = z
  .enum(['true', 'false'])
  .transform(value => value === 'true')
  .optional();

export const page = {
  q: z.string().max(1_000).optional(),
  cursor: z.string().max(10_000).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
};

export const optionalText = text.optional();
export const requiredText = text;
