// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useCallback, useEffect, useState } from 'react';

export type CopyState = 'idle' | 'done' | 'failed';

/** How long the answer stays, in milliseconds. */
const SHOWN_FOR = 4000;

/** Copies text to the clipboard; browsers refuse that on plain HTTP, which is told, not hidden. */
export function useCopy(): {
  state: CopyState;
  copy(text: string): Promise<void>;
} {
  const [state, setState] = useState<CopyState>('idle');

  useEffect(() => {
    if (state === 'idle') return undefined;
    const timer = setTimeout(() => setState('idle'), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [state]);

  const copy = useCallback(async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      setState('done');
    } catch {
      setState('failed');
    }
  }, []);
  return { state, copy };
}
