// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import type { SelfService } from '../SelfService';
import { checkpointKey } from './checkpointKey';

/** Id of a request, and whether this run of the step made it. */
export type Ensured = { id: string; action: 'created' | 'unchanged' };

/**
 * The request of a step: the same step of the same task is the same request, whatever made it run again. Only the id is
 * kept: who may do and see what is decided anew by every call.
 */
export async function ensureRequest(
  ctx: Pick<
    ActionContext<object>,
    | 'checkpoint'
    | 'each'
    | 'getInitiatorCredentials'
    | 'signal'
    | 'step'
    | 'task'
  >,
  options: {
    selfService: SelfService;
    action: string;
    kind: string;
    title?: string;
    justification?: string;
    payload: JsonObject;
    submit: 'now' | 'review';
  },
): Promise<Ensured> {
  const { action, selfService, ...wanted } = options;
  const key = checkpointKey(ctx.each);
  return ctx.checkpoint<Ensured>({
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
}
