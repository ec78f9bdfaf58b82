// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';
import { z } from 'zod';
import type {
  CreateRequestInput,
  DecideInput,
  PreviewRequestInput,
  RequestsApi,
} from '../api';
import { jsonProblem } from '../digest/jsonProblem';
import { REQUEST_LIMITS } from './limits';
import { someText, text } from './text';

const { textCharacters, titleCharacters, idempotencyKeyCharacters } =
  REQUEST_LIMITS;

const kind = someText(100, 'name the kind of request');
const justification = text(textCharacters).optional();
const comment = text(textCharacters).optional();
const planDigest = z.string().regex(/^[0-9a-f]{64}$/, {
  error: 'is not the digest of a plan (64 hexadecimal digits)',
});

/** Any JSON object; what belongs into it is said by the kind. */
const payload = z.custom<JsonObject>().superRefine((value, context) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const message = value === undefined ? 'is missing' : 'has to be an object';
    context.addIssue({ code: 'custom', message });
    return;
  }
  const problem = jsonProblem(value, 'payload');
  if (!problem) return;
  const message = `cannot be kept: ${problem.path} ${problem.reason}`;
  context.addIssue({ code: 'custom', message });
});

/** Body of `POST /requests/preview`. @public */
export const previewRequestSchema = z.strictObject({
  kind,
  payload,
  requestId: z.uuid().optional(),
}) satisfies z.ZodType<PreviewRequestInput>;

/** A title is a line in lists, commits and messages, and is read in the order in which it was written. */
const NOT_IN_A_TITLE = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;
const title = someText(titleCharacters, 'leave it out or write one').refine(
  value => !NOT_IN_A_TITLE.test(value),
  {
    error:
      'has a line break, or a character that turns the direction of reading; remove it',
  },
);

/** Body of `POST /requests`. @public */
export const createRequestSchema = z.strictObject({
  kind,
  payload,
  title: title.optional(),
  justification,
  idempotencyKey: z.string().trim().min(1).max(idempotencyKeyCharacters),
  submit: z.enum(['now', 'review']).optional(),
}) satisfies z.ZodType<CreateRequestInput>;

/** Body of `POST /requests/:id/revise`. @public */
export const reviseRequestSchema = z.strictObject({
  payload,
  justification,
  rowVersion: z.int().min(0).optional(),
}) satisfies z.ZodType<Parameters<RequestsApi['revise']>[1]>;

/** Body of `POST /requests/:id/approve`. @public */
export const approveRequestSchema = z.strictObject({
  planDigest,
  comment,
}) satisfies z.ZodType<DecideInput>;

/** Body of `POST /requests/:id/reject` and `/request-changes`: nobody is sent away without a reason. @public */
export const rejectRequestSchema = z.strictObject({
  planDigest,
  comment: someText(textCharacters, 'say why, and what would be better'),
}) satisfies z.ZodType<DecideInput>;

/** Body of `POST /requests/:id/cancel`. @public */
export const cancelRequestSchema = z.strictObject({ comment });

/** Body of `POST /requests/:id/comment`. @public */
export const commentRequestSchema = z.strictObject({
  text: someText(textCharacters, 'write something'),
});

/** Body of `POST /requests/:id/{submit,discard,retry}`. @public */
export const emptyRequestSchema = z.strictObject({});
