// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createHash } from 'node:crypto';
import type { Config } from '@backstage/config';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import type { SelfService } from '../SelfService';
import { readWorkspace } from '../workspace/readWorkspace';
import { examples } from './createProposeChangeAction.examples';
import { repoUrl, request } from './inputs';

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
            .enum(['now'])
            .describe(
              'When the pull request is opened: now is the only way yet',
            ),
      },
      output: {
        action: z =>
          z
            .enum(['created', 'unchanged'])
            .describe(
              'unchanged: the change was there from an earlier run of this step',
            ),
        requestUrl: z =>
          z.string().describe('Page of the change in the portal'),
        requestId: z => z.string().describe('Id of the change'),
        branchName: z => z.string().describe('Branch of the change'),
        targetBranchName: z =>
          z.string().describe('Branch that it is proposed to'),
        baseSha: z => z.string().describe('Commit that it starts from'),
        commitSha: z => z.string().describe('Commit of the change'),
        pullRequestNumber: z =>
          z.number().describe('Number of the pull request'),
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

      if (ctx.isDryRun) {
        const files = await readWorkspace({ workspacePath, taskId: task.id });
        const preview = await selfService.call(ID, ctx, (client, call) =>
          client.previewChange(
            { repoUrl: input.repoUrl, files, request: input.request },
            call,
          ),
        );
        ctx.logger.info(preview.diff);
        ctx.output('targetBranchName', preview.baseBranch);
        ctx.output('baseSha', preview.baseSha);
        ctx.output('files', pathsOf(preview));
        ctx.output('diff', preview.diff);
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
          const result = await selfService.call(ID, ctx, (client, call) =>
            client.createChange(
              {
                repoUrl: input.repoUrl,
                files,
                title: input.title,
                description: input.description,
                request: input.request,
                // The same step of the same task is the same change, whatever made it run again.
                idempotencyKey: `${task.id}/${ctx.step?.id ?? ID}/${key}`,
                origin: {
                  templateRef: ctx.templateInfo?.entityRef,
                  taskId: task.id,
                },
              },
              call,
            ),
          );
          return { id: result.change.id, created: result.created };
        },
      });
      const change = await selfService.call(ID, ctx, (client, call) =>
        client.getChange(id, call),
      );
      const requestUrl = `${portal}/self-service/changes/${change.id}`;
      ctx.logger.info(`Proposed on "${change.branch}", see ${requestUrl}`);
      ctx.output('action', created ? 'created' : 'unchanged');
      ctx.output('requestUrl', requestUrl);
      ctx.output('requestId', change.id);
      ctx.output('branchName', change.branch);
      ctx.output('targetBranchName', change.baseBranch);
      ctx.output('baseSha', change.baseSha);
      ctx.output('files', pathsOf(change));
      ctx.output('diff', change.diff);
      if (change.commitSha !== undefined) {
        ctx.output('commitSha', change.commitSha);
      }
      if (change.pullRequestNumber !== undefined) {
        ctx.output('pullRequestNumber', change.pullRequestNumber);
      }
      if (change.remoteUrl !== undefined) {
        ctx.output('remoteUrl', change.remoteUrl);
      }
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
