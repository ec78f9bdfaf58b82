// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RepositoryPayload } from '@fairway/backstage-plugin-self-service-common';
import { z } from 'zod';
import { attributes, line, origin } from '../change/payload';

/** The payload of a repository, as the API and the action take it. */
export const repositoryPayloadSchema = z.strictObject({
  repoUrl: z.string().min(1).max(500),
  files: z.array(z.strictObject({ path: z.string(), content: z.string() })),
  description: line(350).optional(),
  visibility: z.enum(['private', 'public']).optional(),
  ownerRef: line(255).optional(),
  request: attributes.optional(),
  origin: origin.optional(),
}) satisfies z.ZodType<RepositoryPayload>;
