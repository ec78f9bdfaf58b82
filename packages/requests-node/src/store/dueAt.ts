// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { StoredRequest } from './types';

/** When the request wants attention next, by the clock alone: the end of a draft, of the waiting, or a reminder. */
export function dueAt(request: StoredRequest): string | undefined {
  return timesOf(request)
    .filter(time => time !== undefined)
    .map(time => time.toISOString())
    .sort()[0];
}

function timesOf(request: StoredRequest): (Date | undefined)[] {
  const { decision, draftExpiresAt, decideBy, remindAt, remindedAt } = request;
  switch (decision) {
    case 'draft':
      return [draftExpiresAt];
    case 'pending':
      return [decideBy, remindedAt ? undefined : remindAt];
    case 'changes-requested':
      return [decideBy];
    default:
      return [];
  }
}
