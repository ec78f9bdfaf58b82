// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ZodType } from 'zod';
import { requestError } from '../errors';
import { inputProblems } from './inputProblems';

/** @throws InputError `request-input-invalid`, which names every field that is wrong */
export function parseInput<TOutput>(
  schema: ZodType<TOutput>,
  value: unknown,
): TOutput {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = inputProblems(parsed.error, value, { name: 'body' });
  throw requestError('request-input-invalid', { problems });
}
