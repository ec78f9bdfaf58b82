// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  Lifetime,
  LifetimeChange,
  NewResourceEvent,
  StoredResourceEvent,
} from './types';

type Moment = Date | string | number;

export interface LifetimeRow {
  resource_digest: string;
  duration: string;
  warn: string;
  grace: string;
  started_at: Moment;
  expires_at: Moment;
  phase: Lifetime['phase'];
  grace_until: Moment | null;
  warned: string;
  generation: number;
  removal_request_id: string | null;
  held_because: string | null;
  kept_because: string | null;
  look_at: Moment;
  row_version: number;
}

export interface EventRow {
  sequence: number;
  resource_digest: string;
  at: Moment;
  type: string;
  actor_ref: string;
  data: string;
  tell_at: Moment | null;
}

const COLUMNS = {
  duration: 'duration',
  warn: 'warn',
  grace: 'grace',
  startedAt: 'started_at',
  expiresAt: 'expires_at',
  phase: 'phase',
  graceUntil: 'grace_until',
  warned: 'warned',
  generation: 'generation',
  removalRequestId: 'removal_request_id',
  heldBecause: 'held_because',
  keptBecause: 'kept_because',
  lookAt: 'look_at',
} as const satisfies Partial<Record<keyof Lifetime, keyof LifetimeRow>>;

/** The columns of the fields that are named; one that is named with nothing is emptied. */
export function toLifetimeColumns(
  fields: LifetimeChange | Omit<Lifetime, 'rowVersion'>,
): Partial<LifetimeRow> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      if (!(name in COLUMNS)) return [];
      const stored = Array.isArray(value) ? JSON.stringify(value) : value;
      return [[COLUMNS[name as keyof typeof COLUMNS], stored ?? null]];
    }),
  );
}

export function fromLifetimeRow(row: LifetimeRow): Lifetime {
  return {
    resourceId: row.resource_digest,
    duration: row.duration,
    warn: JSON.parse(row.warn),
    grace: row.grace,
    startedAt: new Date(row.started_at),
    expiresAt: new Date(row.expires_at),
    phase: row.phase,
    ...(row.grace_until !== null && { graceUntil: new Date(row.grace_until) }),
    warned: JSON.parse(row.warned),
    generation: row.generation,
    ...(row.removal_request_id && {
      removalRequestId: row.removal_request_id,
    }),
    ...(row.held_because && { heldBecause: row.held_because }),
    ...(row.kept_because && { keptBecause: row.kept_because }),
    lookAt: new Date(row.look_at),
    rowVersion: row.row_version,
  };
}

export function toEventRow(
  resourceId: string,
  event: NewResourceEvent,
): Omit<EventRow, 'sequence'> {
  const { at, type, actorRef, message, reason, requestId, tell } = event;
  return {
    resource_digest: resourceId,
    at,
    type,
    actor_ref: actorRef,
    data: JSON.stringify({ message, reason, requestId }),
    tell_at: tell ? at : null,
  };
}

export function fromEventRow(row: EventRow): StoredResourceEvent {
  return {
    sequence: row.sequence,
    resourceId: row.resource_digest,
    at: new Date(row.at),
    type: row.type,
    actorRef: row.actor_ref,
    ...JSON.parse(row.data),
    ...(row.tell_at !== null && { tellAt: new Date(row.tell_at) }),
  };
}
