// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';
import type { DispatchPayload } from '@fairway/backstage-plugin-self-service-common';
import { z } from 'zod';
import { attributes, lifetime, line, origin } from '../change/payload';

/** Of everything that a receiver is given, as JSON. */
const MOST_VALUE_BYTES = 64 * 1024;

const values = z
  .record(z.string().regex(/^[A-Za-z_][A-Za-z0-9_-]{0,99}$/), z.json())
  .refine(
    record => Buffer.byteLength(JSON.stringify(record)) <= MOST_VALUE_BYTES,
    `is more than ${MOST_VALUE_BYTES} bytes of JSON`,
  )
  .transform(record => record as JsonObject);

/** The payload of a dispatch, as the API and the form take it. */
export const dispatchPayloadSchema = z.strictObject({
  receiver: line(63),
  environment: line(100),
  service: line(100),
  values: values.optional(),
  operation: z.enum(['create', 'update', 'delete', 'run']).optional(),
  resource: z
    .string()
    .regex(
      /^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/,
      'is no name of 1 to 40 lower-case letters, digits and hyphens',
    )
    .optional(),
  ownerRef: line(255).optional(),
  request: attributes.optional(),
  lifetime: lifetime.optional(),
  origin: origin.optional(),
}) satisfies z.ZodType<DispatchPayload>;
