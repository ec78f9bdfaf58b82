// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { z } from 'zod';

/** PostgreSQL keeps no NUL in a text, and half a character is kept by nobody. */
const UNKEPT = /\0|\p{Surrogate}/u;

/** Text as people write it, whose ends are cut. */
export const text = (longest: number, missing?: string) =>
  z
    .string(
      missing === undefined
        ? undefined
        : {
            error: ({ input }) =>
              input === undefined ? `is missing: ${missing}` : undefined,
          },
    )
    .trim()
    .max(longest)
    .refine(value => !UNKEPT.test(value), {
      error: 'has a NUL or half a character; remove it',
    });

/** Text that says something. */
export const someText = (longest: number, error: string) =>
  text(longest, error).min(1, { error });
