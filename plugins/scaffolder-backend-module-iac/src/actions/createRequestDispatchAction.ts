// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Config } from '@backstage/config';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import {
  DISPATCH_KIND,
  type DispatchPayload,
  type DispatchPlan,
} from '@fairway/backstage-plugin-self-service-common';
import type { PlanView } from '@fairway/requests-common';
import type { SelfService } from '../SelfService';
import { examples } from './createRequestDispatchAction.examples';
import { dispatchInput, dispatchOutput } from './dispatchSchema';
import { ensureRequest } from './ensureRequest';
import { reviewersOf } from './reviewersOf';

const ID = 'request:dispatch';

/**
 * Asks that something is done elsewhere: the self-service backend decides who may and who approves, and tells the receiver
 * of its configuration. The step ends when it is asked for; nobody's approval is waited for.
 */
export function createRequestDispatchAction(options: {
  selfService: SelfService;
  config: Config;
}) {
  const { selfService, config } = options;
  const portal = config.getString('app.baseUrl').replace(/\/+$/, '');
  return createTemplateAction({
    id: ID,
    description:
      'Asks that a workflow, an internal API or a script behind a topic does something, if the person may have it done.',
    examples,
    supportsDryRun: true,
    schema: { input: dispatchInput, output: dispatchOutput },
    async handler(ctx) {
      const { input, task } = ctx;
      const { title, description, submit = 'review', owner, ...said } = input;
      const asked: DispatchPayload = {
        ...said,
        values: said.values as JsonObject | undefined,
        ownerRef: owner,
        origin: { templateRef: ctx.templateInfo?.entityRef, taskId: task.id },
      };
      // As it travels: what is undefined is not there.
      const payload: JsonObject = JSON.parse(JSON.stringify(asked));

      if (ctx.isDryRun) {
        const { plan, view } = await selfService.call(
          ID,
          ctx,
          ({ requests }, call) =>
            requests.preview({ kind: DISPATCH_KIND, payload }, call),
        );
        const diff = diffOf(plan as DispatchPlan, view);
        ctx.logger.info(diff);
        ctx.output('diff', diff);
        return;
      }

      const { request, requestUrl, action } = await ensureRequest(ctx, {
        ...{ selfService, portal, action: ID, kind: DISPATCH_KIND },
        ...{ title, justification: description, payload, submit },
      });
      ctx.output('action', action);
      ctx.output('requestId', request.id);
      ctx.output('requestUrl', requestUrl);
      ctx.output('diff', diffOf(request.plan as DispatchPlan, request.view));
      ctx.output('reviewers', reviewersOf(request));
    },
  });
}

/** What is told, as a list that two runs can be compared by. */
function diffOf(plan: DispatchPlan, { fields = [] }: PlanView): string {
  const { operation, resource, targetRef, to } = plan;
  const what = resource ? `${operation} ${resource}` : operation;
  return [
    `# ${to}`,
    `# ${what} in ${targetRef}`,
    ...fields.map(({ path, after = '' }) => `+ ${path}: ${after}`),
    '',
  ].join('\n');
}
