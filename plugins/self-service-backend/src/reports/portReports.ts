// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What pipelines send that were written for Port: its `PATCH /v1/actions/runs/:id` and `POST …/:id/logs`. Fields that
// mean nothing here are left aside.
import type {
  ReportInput,
  ReportStatus,
} from '@fairway/backstage-plugin-self-service-common';
import { z } from 'zod';
import { linkUrl, logLines, REPORT_LIMITS } from './reportInput';

const STATUS: Record<string, ReportStatus> = {
  IN_PROGRESS: 'running',
  SUCCESS: 'succeeded',
  FAILURE: 'failed',
};

const label = z.string().trim().max(200).optional();
const words = z.string().trim().max(10_000);

export const portRunSchema = z.looseObject({
  status: z.enum(['IN_PROGRESS', 'SUCCESS', 'FAILURE']).optional(),
  statusLabel: label,
  summary: words.optional(),
  message: z.union([words, z.looseObject({})]).optional(),
  link: z
    .union([linkUrl, z.array(linkUrl).max(REPORT_LIMITS.links)])
    .optional(),
});

export const portLogSchema = z.looseObject({
  message: z.string().max(REPORT_LIMITS.bodyBytes).optional(),
  terminationStatus: z.enum(['SUCCESS', 'FAILURE']).optional(),
  statusLabel: label,
});

/** Body of Port's `PATCH /v1/actions/runs/:id`. */
export function fromPortRun(body: z.output<typeof portRunSchema>): ReportInput {
  const { status, statusLabel, link, message } = body;
  const summary =
    body.summary || (typeof message === 'string' ? message : undefined);
  const urls = typeof link === 'string' ? [link] : link ?? [];
  return {
    ...(status && { status: STATUS[status] }),
    ...(statusLabel && { statusLabel }),
    ...(summary && { summary }),
    links: urls.map((url, index) => ({
      rel: index === 0 ? 'pipeline' : `pipeline-${index + 1}`,
      title: index === 0 ? 'Pipeline' : `Pipeline ${index + 1}`,
      url,
    })),
  };
}

/** Body of Port's `POST /v1/actions/runs/:id/logs`. */
export function fromPortLog(body: z.output<typeof portLogSchema>): ReportInput {
  const { message, terminationStatus, statusLabel } = body;
  return {
    ...(terminationStatus && { status: STATUS[terminationStatus] }),
    ...(statusLabel && { statusLabel }),
    logs: logLines.parse(cut(message ?? '')),
  };
}

/** One message may be a whole log, with lines of any length. */
function cut(message: string): string[] {
  if (message === '') return [];
  return message
    .split(/\r?\n/)
    .slice(0, REPORT_LIMITS.logLines)
    .map(line => line.slice(0, REPORT_LIMITS.lineLength));
}
