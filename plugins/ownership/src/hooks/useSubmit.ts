// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useCallback, useEffect, useRef, useState } from 'react';

/** Something that a press sends. */
export interface Submit<TInput, TValue> {
  value?: TValue;
  error?: Error;
  isPending: boolean;
  /** Sends; what was under way before is aborted. Resolves to whether it worked, and never rejects. */
  run(input: TInput): Promise<boolean>;
}

/** Keeps the newest answer to what a person sent. */
export function useSubmit<TInput, TValue>(
  send: (input: TInput, signal: AbortSignal) => Promise<TValue>,
): Submit<TInput, TValue> {
  const [state, setState] = useState<{
    value?: TValue;
    error?: Error;
    isPending: boolean;
  }>({ isPending: false });
  const newest = useRef<AbortController>();
  useEffect(() => () => newest.current?.abort(), []);

  const run = useCallback(
    async (input: TInput) => {
      newest.current?.abort();
      const controller = new AbortController();
      newest.current = controller;
      setState(current => ({ ...current, error: undefined, isPending: true }));
      try {
        const value = await send(input, controller.signal);
        if (!controller.signal.aborted) setState({ value, isPending: false });
        return !controller.signal.aborted;
      } catch (cause) {
        if (!controller.signal.aborted) {
          const error =
            cause instanceof Error ? cause : new Error(String(cause));
          setState({ error, isPending: false });
        }
        return false;
      }
    },
    [send],
  );
  return { ...state, run };
}
