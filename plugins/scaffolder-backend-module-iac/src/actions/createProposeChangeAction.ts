// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createHash } from 'node:crypto';
import type { Config } from '@backstage/config';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import {
  CHANGE_KIND,
  type ChangeOutputs,
  type ChangePlan,
} from '@fairway/backstage-plugin-self-service-common';
import type { SelfService } from '../SelfService';
import { readWorkspace, type WorkspaceFile } from '../workspace/readWorkspace';
import { changePayload } from './changePayload';
import { examples } from './createProposeChangeAction.examples';
import { repoUrl, request } from './inputs';
import { untilOpen } from './untilOpen';

const ID = 'git:change:propose';

/**
 * Sends every file of the workspace as one change. The self-service backend decides from the final paths and contents,
 * so it does not matter what the steps before did to them.
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
      'Proposes the files of the workspace as one commit on a branch of its own with a pull request, if the person may change every one of them.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        repoUrl,
        title: z =>
          z
            .string()
            .describe(
              'One line that says what changes: subject of the commit and title of the pull request',
            ),
        description: z =>
          z.string().describe('Why, for whoever reads it in a year').optional(),
        request,
        submit: z =>
          z
            .enum(['now', 'review'])
            .describe(
              'review, if left out: the step ends with a draft, which the person looks at and submits on its page. now: the pull request is open when the step ends',
            )
            .optional(),
        onExists: z =>
          z
            .enum(['fail', 'replace'])
            .describe(
              'What to do with a file that is there with another content; fail if left out',
            )
            .optional(),
        owner: z =>
          z
            .string()
            .describe(
              "The group that will own the result, as an entity ref; the person's team if left out",
            )
            .optional(),
      },
      output: {
        action: z =>
          z
            .enum(['created', 'unchanged'])
            .describe(
              'unchanged: the request was there from an earlier run of this step',
            ),
        requestUrl: z =>
          z.string().describe('Page of the request in the portal'),
        requestId: z => z.string().describe('Id of the request'),
        branchName: z =>
          z.string().describe('Branch of the change, once it is submitted'),
        targetBranchName: z =>
          z.string().describe('Branch that it is proposed to'),
        baseSha: z => z.string().describe('Commit that it starts from'),
        commitSha: z =>
          z.string().describe('Commit of the change, once it is submitted'),
        pullRequestNumber: z =>
          z
            .number()
            .describe('Number of the pull request, once it is submitted'),
        remoteUrl: z =>
          z
            .string()
            .describe('Page of the pull request, where the host has one'),
        files: z => z.array(z.string()).describe('Paths of the change'),
        diff: z => z.string().describe('Unified diff, as git prints it'),
      },
    },
    async handler(ctx) {
      const { input, task, signal } = ctx;
      const { workspacePath } = ctx;
      const key = checkpointKey(ctx.each);

      const payloadOf = (files: WorkspaceFile[]) =>
        changePayload({
          repoUrl: input.repoUrl,
          files,
          description: input.description,
          request: input.request,
          onExists: input.onExists,
          ownerRef: input.owner,
          origin: {
            templateRef: ctx.templateInfo?.entityRef,
            taskId: task.id,
          },
        });

      if (ctx.isDryRun) {
        const files = await readWorkspace({ workspacePath, taskId: task.id });
        const { plan, view } = await selfService.call(
          ID,
          ctx,
          ({ requests }, call) =>
            requests.preview(
              { kind: CHANGE_KIND, payload: payloadOf(files) },
              call,
            ),
        );
        ctx.logger.info(view.diff ?? '');
        ctx.output('targetBranchName', (plan as ChangePlan).baseBranch);
        ctx.output('files', pathsOf(plan as ChangePlan));
        ctx.output('diff', view.diff ?? '');
        return;
      }

      // Only the id is kept: who may do and see what is decided anew by every call.
      const { id, created } = await ctx.checkpoint({
        key,
        fn: async () => {
          const files = await readWorkspace({
            workspacePath,
            taskId: task.id,
            signal,
          });
          const result = await selfService.call(ID, ctx, ({ requests }, call) =>
            requests.create(
              {
                kind: CHANGE_KIND,
                title: input.title,
                justification: input.description,
                payload: payloadOf(files),
                submit: input.submit ?? 'review',
                // The same step of the same task is the same request, whatever made it run again.
                idempotencyKey: `${task.id}/${ctx.step?.id ?? ID}/${key}`,
              },
              call,
            ),
          );
          return { id: result.request.id, created: result.created };
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
        input.submit === 'now'
          ? `Proposed on "${outputs.branch}", see ${requestUrl}`
          : `A draft: look at it and submit it at ${requestUrl}`,
      );
      ctx.output('action', created ? 'created' : 'unchanged');
      ctx.output('requestUrl', requestUrl);
      ctx.output('requestId', id);
      ctx.output('targetBranchName', plan.baseBranch);
      ctx.output('files', pathsOf(plan));
      ctx.output('diff', request.view.diff ?? '');
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

function pathsOf({ files }: { files: Iterable<{ path: string }> }): string[] {
  return Array.from(files, ({ path }) => path);
}

/** A step with `each` runs once for each value, and each run is a change of its own. */
function checkpointKey(each: JsonObject | undefined): string {
  return each === undefined
    ? 'change'
    : `change-${createHash('sha256')
        .update(JSON.stringify(each))
        .digest('hex')
        .slice(0, 16)}`;
}
