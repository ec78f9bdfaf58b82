// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// A wall clock that can be set, as an operator or a time server sets one: everything in the process reads it, and timers
// that run already do not notice.

/** Replaces the clock of this process; answers how to set it, in milliseconds off the real one. */
export function replaceWallClock(): (offset: number) => void {
  const Real = Date;
  let off = 0;
  class Moved extends Real {
    constructor(...given: unknown[]) {
      if (given.length === 0) super(Real.now() + off);
      else super(...(given as [number]));
    }

    static now(): number {
      return Real.now() + off;
    }
  }
  globalThis.Date = Moved as DateConstructor;
  return offset => {
    off = offset;
  };
}
