// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { z as zod } from 'zod/v3';
import { request } from './inputs';

type Zod = typeof zod;

/** Inputs of `git:repository:create`. */
export const repositoryInput = {
  repoUrl: (z: Zod) =>
    z
      .string()
      .describe(
        'The repository to be, of an owner in selfService.newRepositories, for example local?owner=acme&repo=orders-search. It is called as the service of the ownership policy that it is of',
      ),
  sourcePath: (z: Zod) =>
    z
      .string()
      .describe(
        'Folder of the workspace with what it begins with; the whole workspace if left out',
      )
      .optional(),
  description: (z: Zod) =>
    z
      .string()
      .describe('One line that says what the repository is for')
      .optional(),
  visibility: (z: Zod) =>
    z
      .enum(['private', 'public'])
      .describe(
        'private if left out; public only where selfService.newRepositories allows it',
      )
      .optional(),
  title: (z: Zod) =>
    z
      .string()
      .describe(
        'One line that says what is asked for, and the subject of the first commit; made up if left out',
      )
      .optional(),
  justification: (z: Zod) =>
    z.string().describe('Why, for whoever reads it in a year').optional(),
  request,
  owner: (z: Zod) =>
    z
      .string()
      .describe(
        "The group that will own it, as an entity ref: one of the person's; the first of these if left out",
      )
      .optional(),
  submit: (z: Zod) =>
    z
      .enum(['now', 'review'])
      .describe(
        'review, if left out: the step ends with a draft, which the person looks at and submits on its page. now: it is asked for, and made once it is approved',
      )
      .optional(),
};

/** Outputs of `git:repository:create`. */
export const repositoryOutput = {
  action: (z: Zod) =>
    z
      .enum(['created', 'unchanged'])
      .describe(
        'Of the request. unchanged: it was there from an earlier run of this step',
      ),
  requestUrl: (z: Zod) =>
    z.string().describe('Page of the request in the portal'),
  requestId: (z: Zod) => z.string().describe('Id of the request'),
  files: (z: Zod) =>
    z.array(z.string()).describe('Paths that the repository begins with'),
  diff: (z: Zod) => z.string().describe('Unified diff of the first commit'),
  reviewers: (z: Zod) =>
    z
      .array(z.string())
      .describe(
        'Entity refs of whoever may approve it; empty if nobody has to',
      ),
};
