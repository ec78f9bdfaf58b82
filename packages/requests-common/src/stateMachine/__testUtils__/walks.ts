// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import { isRefusal } from '../../refusal';
import { type RequestState, type StateEvent, transition } from '..';
import { all } from './events';

export const DRAFT: RequestState = {
  decision: 'draft',
  execution: 'none',
  irreversibleBegun: false,
};

interface Seen {
  before: RequestState;
  event: StateEvent;
  result: ReturnType<typeof transition>;
  after: RequestState;
}

/** A choice of the next event: among all, or among those that are not refused, so that a walk gets somewhere. */
interface Choice {
  index: number;
  isGuided: boolean;
}

const known = new Map<string, StateEvent[]>();

function allowedIn(state: RequestState): StateEvent[] {
  const key = JSON.stringify(state);
  const allowed =
    known.get(key) ?? all.filter(event => !isRefusal(transition(state, event)));
  known.set(key, allowed);
  return allowed;
}

/** Walks as the engine does, from a draft; a running step may begin what cannot be undone. */
function walk(choices: Choice[]): Seen[] {
  let state = DRAFT;
  return choices.map(({ index, isGuided }) => {
    if (state.execution === 'running' && index % 3 === 0) {
      state = { ...state, irreversibleBegun: true };
    }
    const before = Object.freeze({ ...state });
    const allowed = allowedIn(before);
    const events = isGuided && allowed.length > 0 ? allowed : all;
    const event = events[index % events.length];
    const result = transition(before, event);
    if (!isRefusal(result)) state = { ...state, ...result };
    return { before, event, result, after: state };
  });
}

const choices = fc.array(
  fc.record({ index: fc.nat(), isGuided: fc.boolean() }),
  { minLength: 10, maxLength: 40, size: 'max' },
);

/** Checks every walk, and that the walks came to what is checked. */
export function checkWalks(check: (walked: Seen[]) => number) {
  let checked = 0;
  fc.assert(
    fc.property(choices, sequence => {
      checked += check(walk(sequence));
    }),
    { numRuns: 300 },
  );
  expect(checked).toBeGreaterThan(0);
}
