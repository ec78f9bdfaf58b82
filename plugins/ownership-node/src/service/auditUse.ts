// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { AuditorService } from '@backstage/backend-plugin-api';
import type {
  BreakGlassGrant,
  OwnershipDecision,
} from '@fairway/backstage-plugin-ownership-common';

/**
 * Writes down that a break-glass grant let something pass. Fails if that cannot
 * be written: then nothing passes.
 *
 * @public
 */
export async function auditBreakGlassUse(
  auditor: AuditorService,
  options: { decision: OwnershipDecision; grant: BreakGlassGrant },
): Promise<void> {
  const { decision, grant } = options;
  const { target, targetRef, revision, message } = decision;
  const event = await auditor.createEvent({
    eventId: 'break-glass-use',
    severityLevel: 'critical',
    meta: {
      grant: grant.id,
      user: grant.userEntityRef,
      reason: grant.reason,
      ticket: grant.ticket,
      approvedBy: grant.approvedBy,
      action: target.action,
      target: targetRef,
      revision,
      message,
    },
  });
  await event.success();
}
