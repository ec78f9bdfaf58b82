// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { LoadError, type Loaded } from '@fairway/requests-react';
import type { ReactNode } from 'react';
import { LoadingRows } from '../words';

/** What a page shows of something that is loaded: that it is under way, why it failed or was refused, or the thing itself. */
export function LoadedPart<T>(props: {
  loaded: Loaded<T>;
  words: { loading: string; error: string; notAllowed: string };
  children: (value: T) => ReactNode;
}) {
  const { loaded, words, children } = props;
  const { value, error, isLoading, reload } = loaded;
  return (
    <>
      {error && (
        <LoadError
          error={error}
          title={words.error}
          notAllowedTitle={words.notAllowed}
          onRetry={reload}
          isRetrying={isLoading}
        />
      )}
      {!error && value === undefined && (
        <LoadingRows>{words.loading}</LoadingRows>
      )}
      {!error && value !== undefined && children(value)}
    </>
  );
}
