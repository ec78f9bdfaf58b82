// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** The end of one resource as it is kept. */
export interface Lifetime {
  resourceId: string;
  /** As it was ordered: `P14D`. */
  duration: string;
  /** How long before its end people are told. */
  warn: string[];
  grace: string;
  /** The maximum counts from here on. */
  startedAt: Date;
  expiresAt: Date;
  phase: 'counting' | 'grace' | 'removing' | 'kept';
  /** Set when its end is first seen: a clock that jumps takes nothing away without its grace. */
  graceUntil?: Date;
  /** Those of `warn` that were given. */
  warned: string[];
  /** Goes up with each new end. */
  generation: number;
  removalRequestId?: string;
  heldBecause?: string;
  keptBecause?: string;
  lookAt: Date;
  rowVersion: number;
}

/** What may change of it. */
export type LifetimeChange = Partial<
  Omit<Lifetime, 'resourceId' | 'rowVersion' | 'duration' | 'startedAt'>
>;

/** Something that happens to a resource. */
export interface NewResourceEvent {
  type: string;
  actorRef: string;
  message: string;
  reason?: string;
  requestId?: string;
  at: Date;
  /** Whether its owners are told. */
  tell?: boolean;
}

/** One line of a resource's history. */
export interface StoredResourceEvent extends Omit<NewResourceEvent, 'tell'> {
  sequence: number;
  resourceId: string;
  /** When people are told, until they are. */
  tellAt?: Date;
}

/** How a template wants the end of what it makes announced. */
export interface LifetimeTerms {
  warn: string[];
  grace: string;
}

export const DEFAULT_TERMS: LifetimeTerms = {
  warn: ['P2D', 'PT2H'],
  grace: 'P1D',
};
