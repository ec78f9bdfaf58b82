// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type { ChangePayload } from '@fairway/backstage-plugin-self-service-common';
import { parseDuration } from '@fairway/requests-common';
import { z } from 'zod';
import { isBlank } from '../domain/text';

export const line = (max: number) =>
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

export const attributes = z
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

const name = z.string().min(1).max(100).optional();

export const lifetime = z
  .string()
  .max(40)
  .superRefine((value, context) => {
    try {
      parseDuration(value);
    } catch (error) {
      context.addIssue({ code: 'custom', message: (error as Error).message });
    }
  });

export const origin = z.strictObject({
  templateRef: line(255).optional(),
  taskId: line(64).optional(),
});

/** The payload of a change, as the API and the form take it. */
export const changePayloadSchema = z.strictObject({
  repoUrl: z.string().min(1).max(500),
  files: z.array(
    z.union([
      z.strictObject({ path: z.string(), content: z.string() }),
      z.strictObject({ path: z.string(), delete: z.literal(true) }),
    ]),
  ),
  onExists: z.enum(['fail', 'replace']).optional(),
  ownerRef: line(255).optional(),
  baseSha: z
    .string()
    .regex(/^[0-9a-f]{40}$/, 'is not a commit id of 40 hexadecimal digits')
    .optional(),
  description: z.string().max(10_000).optional(),
  request: attributes.optional(),
  expect: z.strictObject({ environment: name, service: name }).optional(),
  labels: z.array(line(50)).max(20).optional(),
  reviewers: z
    .union([
      z.literal('auto'),
      z
        .array(
          z
            .string()
            .regex(
              /^@?[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9._-]+)?$/,
              'is no name of a person or team on the host',
            )
            .max(140),
        )
        .max(15),
    ])
    .optional(),
  draft: z.boolean().optional(),
  autoMerge: z.boolean().optional(),
  lifetime: lifetime.optional(),
  reopens: z.uuid().optional(),
  origin: origin.optional(),
}) satisfies z.ZodType<ChangePayload>;

/** Where a change comes from is believed of a plugin that acts for the person, never of the person. */
export function believedPayload(
  payload: JsonObject,
  credentials: BackstageCredentials,
): JsonObject {
  const { actor } = credentials.principal as {
    actor?: { subject: string };
  };
  if (actor?.subject.startsWith('plugin:')) return payload;
  const { origin: _, ...rest } = payload;
  return rest;
}
