// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { OpenBreakGlassRequest } from '@fairway/backstage-plugin-ownership-common';
import {
  type BreakGlassSettings,
  checkNames,
  type CompiledPolicy,
  normalizeTarget,
} from '@fairway/backstage-plugin-ownership-node';
import { backendError } from '../errors';
import { type Person, teamsOf } from '../people/People';
import type { StoredGrant } from './grant';

/**
 * What the policy says about break-glass.
 *
 * @throws NotAllowedError `ownership-break-glass-off`
 */
export function demandSettings(policy: CompiledPolicy): BreakGlassSettings {
  if (!policy.breakGlass) throw backendError('ownership-break-glass-off');
  return policy.breakGlass;
}

/** Whether the person is in a team that may open and approve grants. */
export function isMember(
  policy: CompiledPolicy,
  settings: BreakGlassSettings,
  { subject }: Person,
): boolean {
  return teamsOf(policy, subject).some(team => settings.teams.has(team));
}

export function notOfTeam(settings: BreakGlassSettings, { subject }: Person) {
  return backendError('ownership-break-glass-team', {
    user: subject.userEntityRef,
    teams: [...settings.teams].join(', '),
  });
}

/** The scope with canonical names. */
export function checkAsked(
  policy: CompiledPolicy,
  settings: BreakGlassSettings,
  asked: OpenBreakGlassRequest,
): { environment?: string; service?: string } {
  const { environment, service, minutes } = asked;
  for (const each of ['reason', 'ticket'] as const) {
    if (settings.require.has(each) && !asked[each].trim()) {
      throw backendError('ownership-break-glass-invalid', {
        problem: `the policy wants a ${each}, and "${asked[each]}" is none`,
      });
    }
  }
  if (minutes > settings.maxMinutes) {
    throw backendError('ownership-break-glass-invalid', {
      problem: `"${minutes}" minutes are more than the ${settings.maxMinutes} that the policy lets it last`,
    });
  }
  checkNames(policy, { environment, service });
  const named = normalizeTarget(policy, {
    action: 'dispatch.run',
    environment,
    service,
  });
  return { environment: named.environment, service: named.service };
}

/** What every audit event about a grant says. */
export function metaOf(grant: StoredGrant) {
  return {
    grant: grant.id,
    user: grant.userEntityRef,
    reason: grant.reason,
    ticket: grant.ticket,
    minutes: grant.minutes,
    ...(grant.environment !== undefined && { environment: grant.environment }),
    ...(grant.service !== undefined && { service: grant.service }),
  };
}
