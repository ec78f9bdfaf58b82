// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  BreakGlassGrant,
  BreakGlassState,
} from '@fairway/backstage-plugin-ownership-common';
import { backendError } from '../errors';

/** How long a grant waits for an approval: an emergency is over, or somebody is there. */
export const WAIT_MINUTES = 60;
const MINUTE = 60_000;

/** A grant as it is stored. Times are ISO 8601 in UTC. */
export interface StoredGrant {
  id: string;
  /** Counts the changes. */
  version: number;
  state: BreakGlassState;
  userEntityRef: string;
  reason: string;
  ticket: string;
  minutes: number;
  environment?: string;
  service?: string;
  requestedAt: string;
  openedAt?: string;
  expiresAt: string;
  approvedBy: string[];
  closedAt?: string;
  closedBy?: string;
}

/** A new grant, which counts for nothing yet. */
export function requestGrant(
  asked: Pick<
    StoredGrant,
    | 'id'
    | 'userEntityRef'
    | 'reason'
    | 'ticket'
    | 'minutes'
    | 'environment'
    | 'service'
  >,
  now: Date,
): StoredGrant {
  return {
    ...asked,
    version: 1,
    state: 'waiting',
    requestedAt: now.toISOString(),
    expiresAt: after(now, WAIT_MINUTES),
    approvedBy: [],
  };
}

/** What the state is by now: a grant ends at its time, whether or not somebody swept it up. */
export function stateOf(grant: StoredGrant, now: Date): BreakGlassState {
  const ended = grant.state === 'closed' || grant.state === 'expired';
  if (ended) return grant.state;
  return now.toISOString() >= grant.expiresAt ? 'expired' : grant.state;
}

/**
 * One more approval; the last one that is needed makes the grant count.
 *
 * @throws NotAllowedError `ownership-break-glass-own`; ConflictError `ownership-break-glass-state`
 */
export function approveGrant(
  grant: StoredGrant,
  options: { by: string; needed: number; now: Date },
): StoredGrant {
  const { by, needed, now } = options;
  if (by === grant.userEntityRef) {
    throw backendError('ownership-break-glass-own', { id: grant.id });
  }
  demand(grant, ['waiting'], now);
  const approvedBy = [...new Set([...grant.approvedBy, by])];
  const enough = approvedBy.length >= needed;
  return {
    ...grant,
    version: grant.version + 1,
    approvedBy,
    ...(enough && {
      state: 'active',
      openedAt: now.toISOString(),
      expiresAt: after(now, grant.minutes),
    }),
  };
}

/**
 * The end of a grant before its time.
 *
 * @throws ConflictError `ownership-break-glass-state`
 */
export function closeGrant(
  grant: StoredGrant,
  options: { by: string; now: Date },
): StoredGrant {
  const { by, now } = options;
  demand(grant, ['waiting', 'active'], now);
  return {
    ...grant,
    version: grant.version + 1,
    state: 'closed',
    closedAt: now.toISOString(),
    closedBy: by,
  };
}

/** The end of a grant by itself. */
export function expireGrant(grant: StoredGrant): StoredGrant {
  return { ...grant, version: grant.version + 1, state: 'expired' };
}

/** What the engine takes into account; nothing for a grant that does not count now. */
export function toEngine(
  grant: StoredGrant,
  now: Date,
): BreakGlassGrant | undefined {
  const { id, userEntityRef, reason, ticket, openedAt, expiresAt } = grant;
  if (stateOf(grant, now) !== 'active' || openedAt === undefined) {
    return undefined;
  }
  const { approvedBy, environment, service } = grant;
  return {
    id,
    userEntityRef,
    reason,
    ticket,
    openedAt,
    expiresAt,
    approvedBy,
    ...(environment !== undefined && { environment }),
    ...(service !== undefined && { service }),
  };
}

function demand(grant: StoredGrant, states: BreakGlassState[], now: Date) {
  const state = stateOf(grant, now);
  if (!states.includes(state)) {
    throw backendError('ownership-break-glass-state', { id: grant.id, state });
  }
}

function after(now: Date, minutes: number): string {
  return new Date(now.getTime() + minutes * MINUTE).toISOString();
}
