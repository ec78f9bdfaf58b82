// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { parseDuration } from '@fairway/requests-common';
import type { Lifetime } from './types';

export function after(moment: Date, duration: string): Date {
  return new Date(moment.getTime() + parseDuration(duration));
}

export function before(moment: Date, duration: string): Date {
  return new Date(moment.getTime() - parseDuration(duration));
}

type Counting = Pick<
  Lifetime,
  'warn' | 'warned' | 'expiresAt' | 'startedAt' | 'duration'
>;

/** Warnings that are worth giving: one that is as long as the life itself would come at once. */
export function warningsOf(
  life: Pick<Counting, 'warn' | 'duration'>,
): string[] {
  const whole = parseDuration(life.duration);
  return life.warn
    .filter(each => parseDuration(each) < whole)
    .sort((one, other) => parseDuration(other) - parseDuration(one));
}

/** Those whose time has come and that were not given. */
export function dueWarnings(life: Counting, now: Date): string[] {
  return warningsOf(life).filter(
    each => !life.warned.includes(each) && before(life.expiresAt, each) <= now,
  );
}

/** When something happens to it by itself next: a warning, or its end. */
export function nextLook(life: Counting): Date {
  const next = warningsOf(life).find(each => !life.warned.includes(each));
  return next ? before(life.expiresAt, next) : life.expiresAt;
}

/** When its removal is asked for. */
export function removalAt(
  life: Pick<Lifetime, 'expiresAt' | 'graceUntil' | 'grace'>,
): Date {
  return life.graceUntil ?? after(life.expiresAt, life.grace);
}

export { wordsOfMoment as inWords } from '@fairway/requests-common';
