// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  CHANGE_KIND,
  type ChangeFile,
  type ChangePlan,
} from '@fairway/backstage-plugin-self-service-common';
import type { InitiatorContext, SelfService } from '../SelfService';
import { changePayload } from './changePayload';

/**
 * Asks what would be decided about files, before they are proposed: the refusal comes at the step that it is about, and
 * the diff is the one that git makes.
 */
export async function previewChange(options: {
  selfService: SelfService;
  action: string;
  ctx: InitiatorContext & { logger: Pick<LoggerService, 'info'> };
  repoUrl: string;
  files: ChangeFile[];
  onExists?: 'fail' | 'replace';
  request?: Record<string, string>;
  expect?: { environment?: string; service?: string };
}): Promise<{ diff: string; environment?: string }> {
  const { selfService, action, ctx, ...payload } = options;
  const { checks, view, plan } = await selfService.call(
    action,
    ctx,
    ({ requests }, call) =>
      requests.preview(
        { kind: CHANGE_KIND, payload: changePayload(payload) },
        call,
      ),
  );
  for (const { summary } of checks) if (summary) ctx.logger.info(summary);
  // By the policy's own name.
  const [target] = (plan as ChangePlan).targets;
  return { diff: view.diff ?? '', environment: target?.environment };
}
