// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createHash } from 'node:crypto';
import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import type { z as zod } from 'zod/v3';
import type { KafkaRequests, Wish } from '../KafkaRequests';

type Zod = typeof zod;

/** Inputs that every action of these has. */
export const askingInput = {
  reason: (z: Zod) =>
    z.string().describe('Why, for whoever decides about it').optional(),
  submit: (z: Zod) =>
    z
      .enum(['now', 'review'])
      .describe(
        'review, if left out: the step ends with a draft, which the person looks at and submits on its page. now: it is submitted, and waits for whoever decides',
      )
      .optional(),
};

/** Outputs that every action of these has. */
export const askingOutput = {
  requestId: (z: Zod) => z.string().describe('Id of the request'),
  requestUrl: (z: Zod) => z.string().describe("The request's page"),
  decision: (z: Zod) =>
    z.string().describe('draft, pending or approved, when the step ends'),
  changes: (z: Zod) =>
    z
      .array(
        z.object({
          path: z.string(),
          before: z.string().optional(),
          after: z.string().optional(),
        }),
      )
      .describe('What it changes, field by field'),
};

interface Asking {
  reason?: string;
  submit?: 'now' | 'review';
}

/** Makes the request, or in a dry run tells what it would do. Nothing waits in the step: the request goes on by itself. */
export async function askFor(options: {
  action: string;
  requests: KafkaRequests;
  portal: string;
  // The framework's context is typed by each action's own schema.
  ctx: Pick<
    ActionContext<any, any, any>,
    | 'checkpoint'
    | 'each'
    | 'getInitiatorCredentials'
    | 'input'
    | 'isDryRun'
    | 'logger'
    | 'output'
    | 'signal'
    | 'step'
    | 'task'
  >;
  wish: Omit<Wish, 'justification'>;
}): Promise<void> {
  const { action, requests, portal, ctx, wish } = options;
  const { reason, submit = 'review' } = ctx.input as Asking;
  const by = {
    action,
    getInitiatorCredentials: () => ctx.getInitiatorCredentials(),
    signal: ctx.signal,
  };
  if (ctx.isDryRun) {
    const { view } = await requests.preview(by, wish);
    for (const effect of view.effects ?? []) ctx.logger.info(effect);
    ctx.output('changes', view.fields ?? []);
    return;
  }
  const key = keyOf(ctx.each);
  // Only the id is kept: what became of it is read anew.
  const id = await ctx.checkpoint<string>({
    key,
    fn: async () => {
      const made = await requests.make(by, {
        ...wish,
        justification: reason,
        submit,
        idempotencyKey: `${ctx.task.id}/${ctx.step?.id ?? action}/${key}`,
      });
      return made.id;
    },
  });
  const request = await requests.get(by, id);
  const requestUrl = `${portal}/kafka/requests/${id}`;
  ctx.logger.info(
    request.decision === 'draft'
      ? `A draft: look at it and submit it at ${requestUrl}`
      : `Request ${request.number} is ${request.decision}, see ${requestUrl}`,
  );
  ctx.output('requestId', id);
  ctx.output('requestUrl', requestUrl);
  ctx.output('decision', request.decision);
  ctx.output('changes', request.view.fields ?? []);
}

/** A step with `each` runs once for each value, and each run asks for something of its own. */
function keyOf(each: JsonObject | undefined): string {
  return each === undefined
    ? 'request'
    : `request-${createHash('sha256')
        .update(JSON.stringify(each))
        .digest('hex')
        .slice(0, 16)}`;
}

/** Fields that are given. */
export function given(fields: Record<string, unknown>): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as JsonObject;
}
