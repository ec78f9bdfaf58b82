// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { BreakGlassGrant } from '@fairway/backstage-plugin-ownership-common';
import type { CompiledPolicy } from './model';
import { fold } from './names';
import type { ResolvedTarget } from './normalize';
import type { Asker } from './ruleIndex';
import { parseTime } from './when';

const MINUTE = 60_000;

/**
 * Whether a stored grant counts for the asker now: a member of the named teams,
 * with what the policy requires, approved by enough other people, for this
 * environment and service, not ended and no longer than the policy lets it be.
 */
export function grantHolds(
  policy: CompiledPolicy,
  options: {
    grant: BreakGlassGrant;
    asker: Asker;
    at: Date;
    target: ResolvedTarget;
  },
): boolean {
  const { grant, asker, at, target } = options;
  const settings = policy.breakGlass;
  if (!settings || fold(grant.userEntityRef) !== asker.user) return false;
  if (![...settings.teams].some(team => asker.teams.has(team))) return false;
  if (settings.require.has('reason') && !grant.reason.trim()) return false;
  if (settings.require.has('ticket') && !grant.ticket.trim()) return false;
  if (!covers(grant.environment, target.environment)) return false;
  if (!covers(grant.service, target.service)) return false;
  const approvers = new Set(grant.approvedBy.map(fold));
  approvers.delete(asker.user);
  if (approvers.size < settings.approvals) return false;
  const opened = parseTime(grant.openedAt);
  const end = Math.min(
    parseTime(grant.expiresAt),
    opened + settings.maxMinutes * MINUTE,
  );
  const now = at.getTime();
  // Comparisons with an unreadable time are false, so such a grant never holds.
  return now >= opened && now < end;
}

/** What a grant is limited to has to be named by the request, or be told by what it names. */
function covers(
  scope: string | undefined,
  entry: { name: string } | undefined,
): boolean {
  return (
    scope === undefined ||
    (entry !== undefined && fold(scope) === fold(entry.name))
  );
}
