// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { randomUUID } from 'node:crypto';
import { requestAnswer, requestOutput } from './answer';
import type { RegistryParts, Wish, WishInput } from './types';

/**
 * Registers `preview-<noun>` and `request-<noun>`. Deciding is for people, on the pages: there is no action for it.
 *
 * @public
 */
export function registerWish(wish: Wish, parts: RegistryParts): void {
  registerPreview(wish, parts);
  registerRequest(wish, parts);
}

/** What would become of a wish; nothing is kept. */
function registerPreview(wish: Wish, parts: RegistryParts): void {
  const { noun, words, kind } = wish;
  parts.registry.register({
    name: `preview-${noun}`,
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
        (requests, call) =>
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
function registerRequest(wish: Wish, parts: RegistryParts): void {
  const { noun, words, kind } = wish;
  parts.registry.register({
    name: `request-${noun}`,
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
      const { reason, submit, idempotencyKey, ...asked } =
        input as WishInput & {
          reason?: string;
          submit?: 'now' | 'review';
          idempotencyKey?: string;
        };
      const { request } = await parts.routes.as(credentials, (requests, call) =>
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
      return { output: requestAnswer(request, parts.urlOf) };
    },
  });
}
