// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { z } from 'zod';
import { backendError } from '../errors';

const NAME = 1_000;
/** Characters of a draft; a policy of 10,000 rules has about as many. */
const DRAFT = 1_000_000;

const name = z.string().min(1).max(NAME);
const userEntityRef = name.meta({ example: 'user:default/pia' });
const request = z
  .record(z.string().max(NAME), z.string().max(NAME))
  .describe('Attributes that the policy declares, by name without `request.`');

const target = z
  .strictObject({
    action: name.meta({ example: 'service.deploy' }),
    environment: name.optional(),
    service: name.optional(),
    account: name.optional(),
    network: name.optional(),
    cluster: name.optional(),
    stores: z.array(name).max(100).optional(),
  })
  .describe('What somebody wants to do, to what');

export const decideBody = z.strictObject({
  target,
  request: request.optional(),
  userEntityRef: userEntityRef.optional(),
});

export const explainBody = z.strictObject({
  target,
  request: request.optional(),
  userEntityRef: userEntityRef.optional(),
  at: z.iso
    .datetime({
      offset: true,
      error: 'Write a time with a zone, such as 2026-12-24T10:00:00Z',
    })
    .optional(),
});

export const simulateBody = z.strictObject({
  policy: z.string().max(DRAFT).describe('The draft, YAML or JSON'),
  tests: z.string().max(DRAFT).optional().describe('Its test cases'),
});

export const openBreakGlassBody = z.strictObject({
  reason: z.string().max(2_000),
  ticket: z.string().max(255),
  minutes: z.int().min(1).max(1_440),
  environment: z.string().min(1).max(255).optional(),
  service: z.string().min(1).max(255).optional(),
});

/** Nothing to say: the path says it. */
export const emptyBody = z.strictObject({});

/**
 * Reads a body.
 *
 * @throws InputError `ownership-body-invalid` with the place of what is wrong
 */
export function parseBody<TSchema extends z.ZodType>(
  schema: TSchema,
  body: unknown,
): z.output<TSchema> {
  const { success, data, error } = schema.safeParse(body ?? {});
  if (success) return data;
  const [{ path, message }] = error.issues;
  const place = path.length ? `"${path.join('.')}": ` : '';
  throw backendError('ownership-body-invalid', {
    problem: `${place}${message}`,
  });
}
