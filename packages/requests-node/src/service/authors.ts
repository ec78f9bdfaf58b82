// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { StoredRequest } from '../store/types';
import type { Drawn } from './Planner';
import type { Change } from './Transitions';

/** Everybody who wrote a part of it: those who are known, those whom the plan names, and those whom the caller does. */
export function authorsOf(
  request: StoredRequest,
  { planned }: Drawn,
  more: string[] = [],
): string[] {
  const { authorRefs } = request;
  return [...new Set([...authorRefs, ...(planned.authorRefs ?? []), ...more])];
}

/** The same plan, in which somebody else has had a hand: they cannot approve it either. */
export function withAuthors(
  request: StoredRequest,
  drawn: Drawn,
  options: { actorRef: string; authorRefs: string[]; message: string },
): Change | undefined {
  const { actorRef, message } = options;
  const authorRefs = authorsOf(request, drawn, options.authorRefs);
  if (authorRefs.length === request.authorRefs.length) return undefined;
  return {
    set: { authorRefs },
    events: [
      { type: 'authors-added', actorRef, data: { message, authorRefs } },
    ],
  };
}
