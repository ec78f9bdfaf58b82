// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { SelfService } from '../SelfService';
import { beginChange } from '../workspace/begin';
import { examples } from './createBeginChangeAction.examples';
import { repoUrl } from './inputs';

const ID = 'git:change:begin';

/**
 * Reads files of the repository into the workspace, as they are at the tip of the default branch, for steps that edit
 * them. The backend reads, and only what the person may plan.
 */
export function createBeginChangeAction(options: { selfService: SelfService }) {
  const { selfService } = options;
  return createTemplateAction({
    id: ID,
    description:
      'Reads files of the repository into the workspace and notes the commit that they are of; git:change:propose sends what later steps made of them, and nothing that was not touched.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        repoUrl,
        targetBranchName: z =>
          z
            .string()
            .describe(
              'Branch to start from; only the default branch, which is the one if left out',
            )
            .optional(),
        paths: z =>
          z
            .array(z.string())
            .max(50)
            .describe(
              'Files and folders to read; a folder stands for every file in it. Left out: none, only the commit is noted',
            )
            .optional(),
        changeId: z =>
          z
            .string()
            .describe(
              'Id of a request whose files are taken up from where it left them; git:change:propose then revises it',
            )
            .optional(),
      },
      output: {
        baseSha: z => z.string().describe('Commit that was read'),
        changeId: z =>
          z
            .string()
            .describe('The request that is revised, where one was given')
            .optional(),
        files: z => z.array(z.string()).describe('Paths that were read'),
      },
    },
    async handler(ctx) {
      const { input } = ctx;
      const { answer } = await beginChange({
        selfService,
        action: ID,
        ctx,
        repoUrl: input.repoUrl,
        paths: input.paths ?? [],
        targetBranchName: input.targetBranchName,
        changeId: input.changeId,
      });
      for (const path of answer.missing) {
        ctx.logger.info(`There is no "${path}" yet`);
      }
      ctx.output('baseSha', answer.baseSha);
      if (input.changeId) ctx.output('changeId', input.changeId);
      ctx.output(
        'files',
        Array.from(answer.files, ({ path }) => path),
      );
    },
  });
}
