// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApiHolder } from '@backstage/frontend-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { useEffect, useRef } from 'react';

/** Several signals of one transition are one reload. */
const GATHER_MS = 100;

/**
 * Listens on `requests:<plugin>` for `{ requestId }`. As `useSignal`, for several channels at once, and without losing
 * one of two signals that arrive together.
 *
 * @returns whether the app has signals; without them the caller polls
 *
 * @public
 */
export function useRequestSignals(options: {
  /** Kept by the caller. */
  pluginIds: string[];
  /** Only of this request; of all if left out. */
  requestId?: string;
  onSignal: () => void;
}): boolean {
  const { pluginIds, requestId, onSignal } = options;
  const signals = useApiHolder().get(signalApiRef);
  const latest = useRef(onSignal);
  useEffect(() => {
    latest.current = onSignal;
  }, [onSignal]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const subscriptions = pluginIds.map(id =>
      signals?.subscribe<{ requestId?: string }>(`requests:${id}`, message => {
        if (requestId && message.requestId !== requestId) return;
        timer ??= setTimeout(() => {
          timer = undefined;
          latest.current();
        }, GATHER_MS);
      }),
    );
    return () => {
      clearTimeout(timer);
      subscriptions.forEach(subscription => subscription?.unsubscribe());
    };
  }, [signals, pluginIds, requestId]);

  return !!signals;
}
