// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { z as zod } from 'zod/v3';
import { request } from './inputs';

type Zod = typeof zod;

/** Inputs of `request:dispatch`. */
export const dispatchInput = {
  receiver: (z: Zod) =>
    z
      .string()
      .describe(
        'Who is told, by its name in selfService.dispatch: a workflow, an internal API, a topic',
      ),
  environment: (z: Zod) =>
    z.string().describe("The ownership policy's environment that it is about"),
  service: (z: Zod) =>
    z
      .string()
      .describe(
        "The ownership policy's service that it is about: who may, and who approves, is decided by both",
      ),
  values: (z: Zod) =>
    z
      .record(z.any())
      .describe('What it is given, as far as its configuration takes it')
      .optional(),
  operation: (z: Zod) =>
    z
      .enum(['create', 'update', 'delete', 'run'])
      .describe(
        'What is done to the resource; if left out, create where one is named and run where none is',
      )
      .optional(),
  resource: (z: Zod) =>
    z
      .string()
      .describe(
        'Name of what it makes, changes or removes, for the catalog: lower-case letters, digits and hyphens',
      )
      .optional(),
  title: (z: Zod) =>
    z
      .string()
      .describe('One line that says what is asked for; made up if left out')
      .optional(),
  description: (z: Zod) =>
    z.string().describe('Why, for whoever reads it in a year').optional(),
  request,
  lifetime: (z: Zod) =>
    z
      .string()
      .describe(
        'How long what it makes is meant to live, as an ISO 8601 duration, for example P2D; for ever if left out',
      )
      .optional(),
  owner: (z: Zod) =>
    z
      .string()
      .describe(
        "The group that will own the result, as an entity ref; the person's team if left out",
      )
      .optional(),
  submit: (z: Zod) =>
    z
      .enum(['now', 'review'])
      .describe(
        'review, if left out: the step ends with a draft, which the person looks at and submits on its page. now: it is asked for, and done once it is approved',
      )
      .optional(),
};

/** Outputs of `request:dispatch`. */
export const dispatchOutput = {
  action: (z: Zod) =>
    z
      .enum(['created', 'unchanged'])
      .describe('unchanged: it was there from an earlier run of this step'),
  requestUrl: (z: Zod) =>
    z.string().describe('Page of the request in the portal'),
  requestId: (z: Zod) => z.string().describe('Id of the request'),
  diff: (z: Zod) =>
    z
      .string()
      .describe('What is told to whom about what, a line for each value'),
  reviewers: (z: Zod) =>
    z
      .array(z.string())
      .describe(
        'Entity refs of whoever may approve it; empty if nobody has to',
      ),
};
