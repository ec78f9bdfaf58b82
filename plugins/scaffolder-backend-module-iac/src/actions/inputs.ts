// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { z as zod } from 'zod/v3';

type Zod = typeof zod;

/** Inputs that several actions share; the descriptions are shown in the list of actions. */
export const repoUrl = (z: Zod) =>
  z
    .string()
    .describe(
      'The repository, one of those named in the configuration, for example local?owner=acme&repo=infrastructure-live',
    );

export const request = (z: Zod) =>
  z
    .record(z.string())
    .describe(
      'Attributes that the ownership policy declares, for example { changeTicket: CHG-1 }. Empty ones count as left out.',
    )
    .optional();

export const optionalRepoUrl = (z: Zod) =>
  z
    .string()
    .describe(
      'The repository that the file is read from when it is not in the workspace yet; the one of git:change:begin if left out',
    )
    .optional();

/** What the steps that edit one file put out. */
export const editOutput = {
  path: (z: Zod) => z.string().describe('The file'),
  changed: (z: Zod) =>
    z.boolean().describe('False when the file said all of it already'),
  diff: (z: Zod) => z.string().describe('Unified diff of this step'),
};
