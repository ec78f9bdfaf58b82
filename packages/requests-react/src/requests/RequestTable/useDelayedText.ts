// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useEffect, useRef, useState } from 'react';

/** Long enough to type a word without a call for each letter. */
const DELAY_MS = 300;

/** Text that is being typed, told to `onChange` when the typing pauses; follows `value` when that changes elsewhere. */
export function useDelayedText(
  value: string,
  onChange: (text: string) => void,
): [string, (text: string) => void] {
  const [text, setText] = useState(value);
  const told = useRef(value);

  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setText(value);
  }, [value]);

  useEffect(() => {
    if (text === told.current) return undefined;
    const timer = setTimeout(() => {
      told.current = text;
      onChange(text);
    }, DELAY_MS);
    return () => clearTimeout(timer);
  }, [text, onChange]);

  return [text, setText];
}
