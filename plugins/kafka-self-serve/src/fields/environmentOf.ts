// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { KafkaTopicOptions } from './schemas';

/** `dev` of `refunds@dev`. */
const environmentOfInstance = (instance: unknown): string | undefined =>
  typeof instance === 'string' ? /@([^@]+)$/.exec(instance)?.[1] : undefined;

/** The environment whose topics a field is about; undefined until it is known. */
export function environmentOf(
  { environment, applicationField }: KafkaTopicOptions,
  formData: unknown,
): string | undefined {
  if (environment !== undefined) return environment;
  if (applicationField === undefined) return undefined;
  const answers = (formData ?? {}) as Record<string, unknown>;
  return environmentOfInstance(answers[applicationField]);
}
