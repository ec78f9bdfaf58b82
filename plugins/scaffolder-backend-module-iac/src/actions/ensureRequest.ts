// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import type { RequestDetail } from '@fairway/requests-common';
import type { SelfService } from '../SelfService';
import { checkpointKey } from './checkpointKey';

/** Id of a request, and whether this run of the step made it. */
type Ensured = { id: string; action: 'created' | 'unchanged' };

/**
 * The request of a step, as whoever asks sees it, with its address logged: the same step of the same task is the same
 * request, whatever made it run again. Only the id is kept: who may do and see what is decided anew by every call.
 */
export async function ensureRequest(
  ctx: Pick<
    ActionContext<object>,
    | 'checkpoint'
    | 'each'
    | 'getInitiatorCredentials'
    | 'logger'
    | 'signal'
    | 'step'
    | 'task'
  >,
  options: {
    selfService: SelfService;
    /** Where the portal is, without a slash at the end. */
    portal: string;
    action: string;
    kind: string;
    title?: string;
    justification?: string;
    payload: JsonObject;
    submit: 'now' | 'review';
  },
): Promise<{
  request: RequestDetail;
  requestUrl: string;
  action: Ensured['action'];
}> {
  const { action, portal, selfService, ...wanted } = options;
  const key = checkpointKey(ctx.each);
  const ensured = await ctx.checkpoint<Ensured>({
    key,
    fn: async () => {
      const { request, created } = await selfService.call(
        action,
        ctx,
        ({ requests }, call) =>
          requests.create(
            {
              ...wanted,
              idempotencyKey: `${ctx.task.id}/${ctx.step?.id ?? action}/${key}`,
            },
            call,
          ),
      );
      return { id: request.id, action: created ? 'created' : 'unchanged' };
    },
  });
  const { id } = ensured;
  const request = await selfService.call(action, ctx, ({ requests }, call) =>
    requests.get(id, call),
  );
  const requestUrl = `${portal}/self-service/requests/${id}`;
  ctx.logger.info(
    request.decision === 'draft'
      ? `A draft: look at it and submit it at ${requestUrl}`
      : `Asked for: ${requestUrl}`,
  );
  return { request, requestUrl, action: ensured.action };
}
