// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestDetail } from '@fairway/requests-common';
import type { RegistryZod } from './types';

export const requestOutput = (z: RegistryZod) =>
  z.object({
    id: z.string(),
    title: z.string(),
    decision: z.string().describe('draft, pending, approved, rejected, …'),
    execution: z
      .string()
      .describe('not-started, running, succeeded, failed, …'),
    waitsFor: z.string().optional().describe('Why it does not go on, if so'),
    failure: z.string().optional(),
    url: z.string().describe('Its page, where people decide'),
  });

export function requestAnswer(
  request: RequestDetail,
  urlOf: (id: string) => string,
) {
  const { id, title, decision, execution, failure, steps } = request;
  const waitsFor = steps.find(({ status }) => status === 'waiting')?.waitingFor;
  return {
    id,
    title,
    decision,
    execution,
    ...(waitsFor && { waitsFor }),
    ...(failure && { failure: failure.message }),
    url: urlOf(id),
  };
}
