// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** What no data can tell about the first steps, in this browser and for whoever uses it: they are done by two people. */
export interface FirstStepsMemory {
  /** ISO 8601. What was ordered before is none of the first steps. */
  startedAt: string;
  /** The order that is followed. */
  requestId?: string;
  /** Requests whose plan was on the screen, the newest first. */
  seen: string[];
  isHidden?: boolean;
}

const KEY = 'fairway.self-service.first-steps';
const SEEN = 50;

/** Where the browser keeps nothing. */
let ofThisPage: FirstStepsMemory | undefined;

const fresh = (): FirstStepsMemory => ({
  startedAt: new Date().toISOString(),
  seen: [],
});

function stored(): FirstStepsMemory | undefined {
  try {
    const memory = JSON.parse(window.localStorage.getItem(KEY) ?? '{}');
    if (Number.isNaN(Date.parse(memory.startedAt))) return undefined;
    return Array.isArray(memory.seen) ? memory : undefined;
  } catch {
    // Switched off in this browser, or written by something else.
    return ofThisPage;
  }
}

function keep(memory: FirstStepsMemory): FirstStepsMemory {
  try {
    window.localStorage.setItem(KEY, JSON.stringify(memory));
  } catch {
    // Then it is remembered until the page is loaded again.
    ofThisPage = memory;
  }
  return memory;
}

/** The memory of this browser; it begins when the portal is first opened in it. */
export const firstStepsMemory = {
  read: (): FirstStepsMemory => stored() ?? keep(fresh()),
  update: (changes: Partial<FirstStepsMemory>) =>
    keep({ ...firstStepsMemory.read(), ...changes }),
  /** Remembers that the plan of a request was on the screen. */
  see: (requestId: string) => {
    const { seen } = firstStepsMemory.read();
    if (seen.includes(requestId)) return;
    firstStepsMemory.update({ seen: [requestId, ...seen].slice(0, SEEN) });
  },
  /** Follows an order unless there is one already. */
  followFirst: (requestId: string) => {
    if (!firstStepsMemory.read().requestId) {
      firstStepsMemory.update({ requestId });
    }
  },
  startOver: () => keep(fresh()),
};
