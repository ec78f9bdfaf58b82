// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';
import { CHANGE_KIND } from '@fairway/backstage-plugin-self-service-common';
import type { Wish } from '@fairway/requests-node';

/** A change of files; the gate decides about the files themselves, whatever made them. */
export const changeWish: Wish = {
  noun: 'change',
  words: 'a change of an infrastructure repository',
  kind: CHANGE_KIND,
  input: z => ({
    repoUrl: z
      .string()
      .describe(
        'A configured repository: github.com?owner=acme&repo=infrastructure-live',
      ),
    files: z
      .array(
        z.object({
          path: z.string().describe('Of the file in the repository'),
          content: z.string().describe('All of it').optional(),
          delete: z
            .literal(true)
            .describe('Instead of content: the file goes')
            .optional(),
        }),
      )
      .describe('What the change writes and deletes'),
    onExists: z
      .enum(['fail', 'replace'])
      .describe('What becomes of files that are there; fail if left out')
      .optional(),
    ownerRef: z
      .string()
      .describe('The group that will own it, as an entity ref')
      .optional(),
    description: z.string().describe('What it is about').optional(),
    request: z
      .record(z.string())
      .describe(
        'Attributes that the ownership policy asks for: { changeTicket: CHG-1 }',
      )
      .optional(),
    lifetime: z
      .string()
      .describe('How long what it makes lives, ISO 8601: P14D')
      .optional(),
  }),
  payload: input =>
    Object.fromEntries(
      Object.entries(input).filter(([, value]) => value !== undefined),
    ) as JsonObject,
};
