// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useEffect, useMemo, useState } from 'react';

/** A search through lines of text. */
export interface LogSearch {
  /** In lower case, as it is compared. */
  query: string;
  setQuery(query: string): void;
  /** Indices of the lines that match. */
  matches: number[];
  /** Which of them is shown, from 0. */
  current: number;
  /** Goes on by `steps` matches, round and round. */
  move(steps: number): void;
}

/** Searches `texts`; `onMatch` is told which line to show. */
export function useLogSearch(
  texts: string[],
  onMatch: (line: number) => void,
): LogSearch {
  const [query, setQuery] = useState('');
  const [current, setCurrent] = useState(0);
  const matches = useMemo(
    () =>
      query
        ? texts.flatMap((text, index) =>
            text.toLowerCase().includes(query) ? index : [],
          )
        : [],
    [texts, query],
  );
  const line = matches[current];

  useEffect(() => {
    if (line !== undefined) onMatch(line);
    // Only when the match changes: not whenever the log grows.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [line, query]);

  return {
    query,
    setQuery: text => {
      setQuery(text.toLowerCase());
      setCurrent(0);
    },
    matches,
    current,
    move: steps =>
      setCurrent(from => {
        const { length } = matches;
        return length === 0 ? 0 : (from + steps + length) % length;
      }),
  };
}
