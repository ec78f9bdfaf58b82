// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { nextLook } from './times';
import type { Lifetime, LifetimeChange, NewResourceEvent } from './types';

/** The one who asks for removals. */
export const LIFETIMES_ACTOR = 'plugin:self-service';

/** Between two attempts at what is held back. */
export const RETRY_MILLISECONDS = 15 * 60_000;

/** Back at the beginning of the same end; a removal that is asked for later is another one. */
export function counting(
  life: Pick<
    Lifetime,
    'warn' | 'warned' | 'expiresAt' | 'startedAt' | 'duration' | 'generation'
  >,
): LifetimeChange {
  return {
    phase: 'counting',
    graceUntil: undefined,
    removalRequestId: undefined,
    heldBecause: undefined,
    keptBecause: undefined,
    generation: life.generation + 1,
    lookAt: nextLook(life),
  };
}

/** A time that is too far off was written by a clock that was ahead. */
export function isDue({ lookAt }: Lifetime, now: Date): boolean {
  const ahead = lookAt.getTime() - now.getTime();
  return ahead <= 0 || ahead > RETRY_MILLISECONDS;
}

export function said(
  type: string,
  message: string,
  at: Date,
): NewResourceEvent {
  return { type, message, at, actorRef: LIFETIMES_ACTOR };
}
