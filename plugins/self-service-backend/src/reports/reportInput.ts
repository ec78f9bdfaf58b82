// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  ReportInput,
  ReportTokenInput,
} from '@fairway/backstage-plugin-self-service-common';
import { inputProblems } from '@fairway/requests-node';
import { z, type ZodType } from 'zod';
import { selfServiceError } from '../errors';

/** How much one report may hold. */
export const REPORT_LIMITS = {
  bodyBytes: 1024 * 1024,
  logLines: 2_000,
  /** Of one line, in characters. */
  lineLength: 8_000,
  links: 20,
  outputs: 50,
  /** Lines of the log of one request, of all reports. */
  requestLogLines: 100_000,
} as const;

/** Links that the portal itself makes; a later link of the same `rel` would take their place. */
const OWN_RELS = ['pull-request', 'branch', 'entity', 'workflow-run'];

export const linkUrl = z
  .string()
  .max(2_000)
  .refine(
    value => /^https?:\/\//i.test(value) && URL.canParse(value),
    'is no http or https address',
  );

const link = z.strictObject({
  rel: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,49}$/, 'is no short name in kebab-case')
    .refine(rel => !OWN_RELS.includes(rel), 'is the name of a link of ours'),
  title: z.string().trim().min(1).max(200),
  url: linkUrl,
});

export const logLines = z
  .array(z.string().max(REPORT_LIMITS.lineLength))
  .max(REPORT_LIMITS.logLines);

const outputs = z
  .record(
    z.string().regex(/^[A-Za-z_][A-Za-z0-9_.-]{0,99}$/, 'is no name'),
    z.union([z.string().max(4_000), z.number(), z.boolean()]),
  )
  .refine(
    record => Object.keys(record).length <= REPORT_LIMITS.outputs,
    `has more than ${REPORT_LIMITS.outputs} outputs`,
  );

const title = z.string().trim().min(1).max(200);

const entity = z.strictObject({
  type: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,62}$/, 'is no short name in kebab-case'),
  title: title.optional(),
  description: z.string().trim().max(2_000).optional(),
  links: z
    .array(z.strictObject({ title, url: linkUrl }))
    .max(REPORT_LIMITS.links)
    .optional(),
});

export const reportInputSchema = z.strictObject({
  status: z.enum(['running', 'succeeded', 'failed', 'not-applied']).optional(),
  statusLabel: z.string().trim().min(1).max(200).optional(),
  summary: z.string().trim().min(1).max(10_000).optional(),
  links: z.array(link).max(REPORT_LIMITS.links).optional(),
  logs: logLines.optional(),
  outputs: outputs.optional(),
  entity: entity.optional(),
  reportId: z.string().min(1).max(200).optional(),
  attempt: z.number().int().min(1).optional(),
}) satisfies ZodType<ReportInput>;

export const reportTokenInputSchema = z.strictObject({
  token: z.string().min(1).max(16_000),
  commitSha: z.string().max(64).optional(),
}) satisfies ZodType<ReportTokenInput>;

/** @throws InputError `report-invalid`, which names every field that is wrong */
export function parseReport<TOutput>(
  schema: ZodType<TOutput>,
  body: unknown,
): TOutput {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const problems = inputProblems(parsed.error, body, { name: 'body' });
  throw selfServiceError('report-invalid', { problems });
}
