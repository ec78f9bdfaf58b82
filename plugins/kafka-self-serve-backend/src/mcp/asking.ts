// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { randomUUID } from 'node:crypto';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { RequestDetail } from '@fairway/requests-common';
import type { z as zod } from 'zod/v3';
import type { OwnRoutes } from './OwnRoutes';
import type { Wish } from './wishes';

export interface ActionParts {
  registry: ActionsRegistryService;
  routes: OwnRoutes;
  /** Where the pages of requests are, without a slash at the end. */
  portal: string;
}

type Zod = typeof zod;

export const requestOutput = (z: Zod) =>
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

export function requestAnswer(request: RequestDetail, portal: string) {
  const { id, title, decision, execution, failure, steps } = request;
  const waitsFor = steps.find(({ status }) => status === 'waiting')?.waitingFor;
  const url = `${portal}/kafka/requests/${id}`;
  return {
    id,
    title,
    decision,
    execution,
    ...(waitsFor && { waitsFor }),
    ...(failure && { failure: failure.message }),
    url,
  };
}

/** What would become of a wish; nothing is kept. */
export function registerPreview(wish: Wish, parts: ActionParts): void {
  const { noun, words, kind } = wish;
  parts.registry.register({
    name: `preview-kafka-${noun}`,
    title: `Preview ${words}`,
    description: `What a request for ${words} would change, its risks and checks, and who would decide. Nothing is kept. Fails with every rule that is broken.`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z => z.object(wish.input(z)),
      output: z =>
        z.object({
          effects: z.array(z.string()),
          risks: z.array(z.string()),
          checks: z.array(z.string()),
        }),
    },
    action: async ({ input, credentials }) => {
      const { view, risks, checks } = await parts.routes.as(
        credentials,
        ({ requests }, call) =>
          requests.preview({ kind, payload: wish.payload(input) }, call),
      );
      return {
        output: {
          effects: view.effects ?? [],
          risks: risks.map(({ message }) => message),
          checks: checks.map(
            ({ name, state, summary }) => `${name} (${state}): ${summary}`,
          ),
        },
      };
    },
  });
}

/** Asks for it; people decide, on its page. */
export function registerRequest(wish: Wish, parts: ActionParts): void {
  const { noun, words, kind } = wish;
  parts.registry.register({
    name: `request-kafka-${noun}`,
    title: `Request ${words}`,
    description: `Asks for ${words}, as whoever calls. With \`submit: review\`, also if left out, it stays a draft that the person looks at and submits on its page; with \`now\` it is submitted and waits for whoever decides. Nothing can be approved from here. The same idempotencyKey gives the same request.`,
    attributes: { readOnly: false, destructive: false, idempotent: false },
    schema: {
      input: z =>
        z.object({
          ...wish.input(z),
          reason: z.string().describe('Why, for whoever decides').optional(),
          submit: z.enum(['now', 'review']).optional(),
          idempotencyKey: z.string().optional(),
        }),
      output: requestOutput,
    },
    action: async ({ input, credentials }) => {
      const { reason, submit, idempotencyKey, ...asked } = input as Record<
        string,
        unknown
      > & {
        reason?: string;
        submit?: 'now' | 'review';
        idempotencyKey?: string;
      };
      const { request } = await parts.routes.as(
        credentials,
        ({ requests }, call) =>
          requests.create(
            {
              kind,
              payload: wish.payload(asked),
              justification: reason,
              submit: submit ?? 'review',
              idempotencyKey: idempotencyKey ?? randomUUID(),
            },
            call,
          ),
      );
      return { output: requestAnswer(request, parts.portal) };
    },
  });
}
