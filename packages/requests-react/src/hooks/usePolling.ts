// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useEffect } from 'react';

/** Calls `poll` again `everyMs` after it became active or after `tick` changed, as long as `isActive`. */
export function usePolling(options: {
  poll: () => void;
  isActive: boolean;
  everyMs: number;
  /** Changes with every answer, so that polls never overlap. */
  tick: unknown;
}): void {
  const { poll, isActive, everyMs, tick } = options;
  useEffect(() => {
    if (!isActive) return undefined;
    const timer = setTimeout(poll, everyMs);
    return () => clearTimeout(timer);
  }, [poll, isActive, everyMs, tick]);
}
