// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useEffect, useRef, useState } from 'react';

/** Long enough to type a word without a call for each letter. */
const DELAY_MS = 300;

/**
 * Text that is being typed: letters are there at once, and `onChange` is told when the typing pauses, or when nothing
 * is left of it. Follows `value` when that changes elsewhere.
 *
 * @param options - `delayMs` for what is answered quickly
 */
export function useDelayedText(
  value: string,
  onChange: (text: string) => void,
  options: { delayMs?: number } = {},
): [text: string, setText: (text: string) => void] {
  const { delayMs = DELAY_MS } = options;
  const [text, setText] = useState(value);
  const told = useRef(value);
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  }, [onChange]);

  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setText(value);
  }, [value]);

  useEffect(() => {
    if (text === told.current) return undefined;
    const tell = () => {
      told.current = text;
      latest.current(text);
    };
    // Nothing is no beginning of a word.
    if (!text) {
      tell();
      return undefined;
    }
    const timer = setTimeout(tell, delayMs);
    return () => clearTimeout(timer);
  }, [text, delayMs]);

  return [text, setText];
}
