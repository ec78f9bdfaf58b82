// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { inputProblems } from '@fairway/requests-node';
import type { z } from 'zod';
import { selfServiceError } from '../errors';

/** @throws InputError `read-invalid` */
export function parseQuery<T>(schema: z.ZodType<T>, query: unknown): T {
  const parsed = schema.safeParse(query);
  if (parsed.success) return parsed.data;
  const problems = inputProblems(parsed.error, query, { name: 'query' });
  throw selfServiceError('read-invalid', { problems });
}
