// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { StepResult } from '@fairway/requests-node';
import type { ChangeParts, ChangeStep } from '../types';
import { outputsOf } from '../types';
import { APPROVAL_STATUS } from '../approvalStatus';
import { askHost } from './askHost';
import { placeOf } from './place';

/** Opens the pull request, or brings the words of the open one up to date; its head has to wait for the approval. */
export function openPullRequest(parts: ChangeParts): ChangeStep {
  return {
    id: 'pull-request',
    title: 'Open the pull request',
    async run(context): Promise<StepResult> {
      const { request, plan } = context;
      const { host, repository, branch, message, trailers, author } =
        await placeOf(context, parts);
      const url = parts.urlOf(request.id);
      const body = [
        message.slice(message.indexOf('\n') + 1).trim(),
        `Request ${request.number}: ${url}`,
        request.payload.reopens &&
          `Asks again for what was asked for in ${parts.urlOf(
            request.payload.reopens,
          )}`,
        trailers.map(({ key, value }) => `${key}: ${value}`).join('\n'),
      ]
        .filter(Boolean)
        .join('\n\n');
      const opened = await host.openChange(repository, {
        branch,
        baseBranch: plan.baseBranch,
        title: request.title,
        body,
        author,
        ...(request.payload.draft && { draft: true }),
      });
      if (opened.title !== request.title || opened.body !== body) {
        await host.updateChange(repository, {
          number: opened.number,
          title: request.title,
          body,
        });
      }
      if (host.capabilities.statuses) {
        await host.setStatus(repository, {
          sha: opened.headSha,
          name: APPROVAL_STATUS,
          state: 'pending',
          description: 'Waits for a decision in the portal',
          url,
        });
      }
      const { inspectCommand } = outputsOf(context);
      const { reviewers, checks } = await askHost(context, {
        parts,
        place: { host, repository },
        change: opened,
      });
      return {
        status: 'done',
        statusLabel: 'pull request open',
        outputs: {
          pullRequestNumber: opened.number,
          headSha: opened.headSha,
          ...(opened.url && { remoteUrl: opened.url }),
          ...(inspectCommand && { inspectCommand }),
          ...(reviewers && { reviewers }),
        },
        checks,
        links: opened.url
          ? [
              {
                rel: 'pull-request',
                title: `Pull request ${opened.number}`,
                url: opened.url,
              },
            ]
          : [],
      };
    },
  };
}
