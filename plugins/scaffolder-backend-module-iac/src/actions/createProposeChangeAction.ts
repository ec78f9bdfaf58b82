// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Config } from '@backstage/config';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  CHANGE_KIND,
  type ChangeOutputs,
  type ChangePlan,
} from '@fairway/backstage-plugin-self-service-common';
import type { SelfService } from '../SelfService';
import { payloadOfWorkspace } from '../workspace/payloadOfWorkspace';
import { checkpointKey } from './checkpointKey';
import { examples } from './createProposeChangeAction.examples';
import { wishesOf } from './changePayload';
import { proposeInput, proposeOutput } from './proposeSchema';
import { reviseChange } from './reviseChange';
import { reviewersOf } from './reviewersOf';
import { untilOpen } from './untilOpen';

const ID = 'git:change:propose';

/**
 * Sends what the steps before made in the workspace as one change. The self-service backend decides from the final
 * paths and contents, so it does not matter what the steps did to them.
 */
export function createProposeChangeAction(options: {
  selfService: SelfService;
  config: Config;
}) {
  const { selfService, config } = options;
  const portal = config.getString('app.baseUrl').replace(/\/+$/, '');
  return createTemplateAction({
    id: ID,
    description:
      'Proposes the files of the workspace as one commit on a branch of its own with a pull request, if the person may change every one of them. Of files that git:change:begin read, only what was changed, added or removed is sent.',
    examples,
    supportsDryRun: true,
    schema: { input: proposeInput, output: proposeOutput },
    async handler(ctx) {
      const { input, task, signal } = ctx;
      const key = checkpointKey(ctx.each);
      const read = () =>
        payloadOfWorkspace({ selfService, action: ID, ctx, input });

      if (ctx.isDryRun) {
        const { payload: files, baseSha } = await read();
        const payload = { ...files, ...wishesOf(input) };
        const { plan, view } = await selfService.call(
          ID,
          ctx,
          ({ requests }, call) =>
            requests.preview({ kind: CHANGE_KIND, payload }, call),
        );
        ctx.logger.info(view.diff ?? '');
        ctx.output('targetBranchName', (plan as ChangePlan).baseBranch);
        ctx.output('files', pathsOf(plan as ChangePlan));
        ctx.output('diff', view.diff ?? '');
        if (baseSha) ctx.output('baseSha', baseSha);
        return;
      }

      // Only the id is kept: who may do and see what is decided anew by every call.
      const { id, action } = await ctx.checkpoint<Made>({
        key,
        fn: async () => {
          const { payload: files, changeId } = await read();
          const payload = { ...files, ...wishesOf(input) };
          const revised =
            changeId === undefined
              ? undefined
              : await reviseChange({
                  selfService,
                  action: ID,
                  ctx,
                  changeId,
                  payload,
                  input,
                });
          if (revised && 'id' in revised) return revised;
          const reopens = revised?.reopens;
          const result = await selfService.call(ID, ctx, ({ requests }, call) =>
            requests.create(
              {
                kind: CHANGE_KIND,
                title: input.title,
                justification: input.description,
                payload: { ...payload, ...(reopens && { reopens }) },
                submit: input.submit ?? 'review',
                // The same step of the same task is the same request, whatever made it run again.
                idempotencyKey: `${task.id}/${ctx.step?.id ?? ID}/${key}`,
              },
              call,
            ),
          );
          return {
            id: result.request.id,
            action: madeBy(result, reopens),
          };
        },
      });
      const load = () =>
        selfService.call(ID, ctx, ({ requests }, call) =>
          requests.get(id, call),
        );
      const request =
        input.submit === 'now'
          ? await untilOpen(load, { signal })
          : await load();
      const requestUrl = `${portal}/self-service/requests/${id}`;
      const plan = request.plan as ChangePlan;
      const outputs = request.outputs as ChangeOutputs;
      ctx.logger.info(
        outputs.branch
          ? `Proposed on "${outputs.branch}", see ${requestUrl}`
          : `A draft: look at it and submit it at ${requestUrl}`,
      );
      ctx.output('action', action);
      ctx.output('requestUrl', requestUrl);
      ctx.output('requestId', id);
      ctx.output('targetBranchName', plan.baseBranch);
      ctx.output('files', pathsOf(plan));
      ctx.output('diff', request.view.diff ?? '');
      ctx.output('reviewers', reviewersOf(request));
      if (outputs.branch) ctx.output('branchName', outputs.branch);
      if (outputs.baseSha) ctx.output('baseSha', outputs.baseSha);
      if (outputs.commitSha) ctx.output('commitSha', outputs.commitSha);
      if (outputs.pullRequestNumber !== undefined) {
        ctx.output('pullRequestNumber', outputs.pullRequestNumber);
      }
      if (outputs.remoteUrl) ctx.output('remoteUrl', outputs.remoteUrl);
    },
  });
}

type Made = {
  id: string;
  action: 'created' | 'updated' | 'unchanged' | 'reopened';
};

function madeBy(
  { created }: { created: boolean },
  reopens: string | undefined,
): Made['action'] {
  if (!created) return 'unchanged';
  return reopens ? 'reopened' : 'created';
}

function pathsOf({ files }: { files: Iterable<{ path: string }> }): string[] {
  return Array.from(files, ({ path }) => path);
}
