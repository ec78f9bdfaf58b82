// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useCallback, useEffect, useRef, useState } from 'react';

/** What `useLoad` knows: the newest value, the newest error, and whether a call is under way. */
export interface Loaded<T> {
  /** Kept while the next call is under way, and when it fails. */
  value?: T;
  error?: Error;
  isLoading: boolean;
  reload(): void;
}

/**
 * Calls `load` when it changes identity and when `reload` is called. The call
 * before is aborted, and its answer is dropped even when it cannot be aborted.
 *
 * @param load - wrapped in `useCallback` by the caller
 * @param options - `delayMs` waits that long after a change of `load`, for input that is being typed; the first call never waits
 */
export function useLoad<T>(
  load: (signal: AbortSignal) => Promise<T>,
  options: { delayMs?: number } = {},
): Loaded<T> {
  const { delayMs = 0 } = options;
  const [state, setState] = useState<Omit<Loaded<T>, 'reload'>>({
    isLoading: true,
  });
  const [attempt, setAttempt] = useState(0);
  const lastLoad = useRef(load);

  useEffect(() => {
    const controller = new AbortController();
    const wait = lastLoad.current === load ? 0 : delayMs;
    lastLoad.current = load;
    setState(current => ({ ...current, isLoading: true }));

    const run = async () => {
      try {
        const value = await load(controller.signal);
        if (!controller.signal.aborted) setState({ value, isLoading: false });
      } catch (cause) {
        if (controller.signal.aborted) return;
        const error = cause instanceof Error ? cause : new Error(String(cause));
        setState(current => ({ ...current, error, isLoading: false }));
      }
    };
    const timer = wait > 0 ? setTimeout(run, wait) : undefined;
    if (!timer) run();

    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [load, attempt, delayMs]);

  const reload = useCallback(() => setAttempt(current => current + 1), []);
  return { ...state, reload };
}
