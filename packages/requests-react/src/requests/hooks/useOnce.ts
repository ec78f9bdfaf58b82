// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useCallback, useEffect, useRef, useState } from 'react';

/** A call that is made on a press. */
export interface Once {
  /** Does nothing while the call before is under way, so that a double click is one call. */
  run(call: () => Promise<void>): Promise<void>;
  isPending: boolean;
  error?: Error;
  /** Forgets the error. */
  reset(): void;
}

/** Runs one call at a time and keeps the error of the last one. */
export function useOnce(): Once {
  const [state, setState] = useState<{ isPending: boolean; error?: Error }>({
    isPending: false,
  });
  // Not the state: the second click of two comes before it is drawn.
  const isBusy = useRef(false);
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);

  const run = useCallback(async (call: () => Promise<void>) => {
    if (isBusy.current) return;
    isBusy.current = true;
    setState({ isPending: true });
    let error: Error | undefined;
    try {
      await call();
    } catch (cause) {
      error = cause instanceof Error ? cause : new Error(String(cause));
    }
    isBusy.current = false;
    if (!isGone.current) setState({ isPending: false, error });
  }, []);

  const reset = useCallback(() => setState({ isPending: false }), []);
  return { ...state, run, reset };
}
