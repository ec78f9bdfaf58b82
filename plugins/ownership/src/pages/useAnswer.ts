// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { Loaded, useLoad } from '@fairway/requests-react';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import { fromSearchParams, Question, toSearchParams } from '../question';

/**
 * A question that stands in the address, and its answer. No question, no call:
 * the value is `undefined` then, and nothing is loading.
 *
 * @param ask - wrapped in `useCallback` by the caller
 */
export function useAnswer<T>(
  ask: (question: Question, signal: AbortSignal) => Promise<T>,
): Loaded<T | undefined> & {
  question?: Question;
  setQuestion(question: Question): void;
} {
  const [search, setSearch] = useSearchParams();
  const key = search.toString();
  const load = useCallback(
    async (signal: AbortSignal) => {
      const question = fromSearchParams(new URLSearchParams(key));
      return question && ask(question, signal);
    },
    [ask, key],
  );
  const loaded = useLoad(load);
  const question = fromSearchParams(search);
  return {
    ...loaded,
    isLoading: loaded.isLoading && question !== undefined,
    question,
    setQuestion: next => {
      const asked = toSearchParams(next);
      // The same question again is a wish to see whether the answer still holds.
      if (asked.toString() === key) loaded.reload();
      else setSearch(asked);
    },
  };
}
