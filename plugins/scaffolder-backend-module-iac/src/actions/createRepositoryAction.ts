// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { isError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import {
  REPOSITORY_KIND,
  type RepositoryPayload,
  type RepositoryPlan,
} from '@fairway/backstage-plugin-self-service-common';
import { actionError } from '../errors';
import type { SelfService } from '../SelfService';
import { readWorkspace } from '../workspace/readWorkspace';
import { examples } from './createRepositoryAction.examples';
import { ensureRequest } from './ensureRequest';
import { repositoryInput, repositoryOutput } from './repositorySchema';
import { reviewersOf } from './reviewersOf';

const ID = 'git:repository:create';

const pathsOf = (plan: JsonObject) =>
  (plan as RepositoryPlan).files.map(({ path }) => path);

/**
 * Asks for a repository of its own that begins with files of the workspace: the self-service backend decides who may and
 * who approves, and makes it once it is approved. The step ends when it is asked for.
 */
export function createRepositoryAction(options: {
  selfService: SelfService;
  config: Config;
}) {
  const { selfService, config } = options;
  const portal = config.getString('app.baseUrl').replace(/\/+$/, '');
  return createTemplateAction({
    id: ID,
    description:
      'Asks for a repository of its own with one commit of the files of the workspace, if the configuration allows it of its owner and the person may deploy the service that it is called as.',
    examples,
    supportsDryRun: true,
    schema: { input: repositoryInput, output: repositoryOutput },
    async handler(ctx) {
      const { input, task, signal, workspacePath } = ctx;
      const { sourcePath = '.', title, justification, owner } = input;
      const { submit = 'review', repoUrl, description, visibility } = input;
      const files = await readWorkspace({
        workspacePath: resolveSafeChildPath(workspacePath, sourcePath),
        signal,
      }).catch(error => {
        // No step has written there.
        if (isError(error) && error.code === 'ENOENT') return [];
        throw error;
      });
      if (files.length === 0) {
        throw actionError('workspace-empty', { taskId: task.id });
      }
      const asked: RepositoryPayload = {
        ...{ repoUrl, files, description, visibility },
        ...{ ownerRef: owner, request: input.request },
        origin: { templateRef: ctx.templateInfo?.entityRef, taskId: task.id },
      };
      // As it travels: what is undefined is not there.
      const payload: JsonObject = JSON.parse(JSON.stringify(asked));

      if (ctx.isDryRun) {
        const { plan, view } = await selfService.call(
          ID,
          ctx,
          ({ requests }, call) =>
            requests.preview({ kind: REPOSITORY_KIND, payload }, call),
        );
        ctx.logger.info(view.diff ?? '');
        ctx.output('files', pathsOf(plan));
        ctx.output('diff', view.diff ?? '');
        return;
      }

      const { request, requestUrl, action } = await ensureRequest(ctx, {
        ...{ selfService, portal, action: ID, kind: REPOSITORY_KIND },
        ...{ title, justification, payload, submit },
      });
      ctx.output('action', action);
      ctx.output('requestId', request.id);
      ctx.output('requestUrl', requestUrl);
      ctx.output('files', pathsOf(request.plan));
      ctx.output('diff', request.view.diff ?? '');
      ctx.output('reviewers', reviewersOf(request));
    },
  });
}
