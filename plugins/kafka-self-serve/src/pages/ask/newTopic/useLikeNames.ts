// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi } from '@backstage/frontend-plugin-api';
import { useLoad } from '@fairway/requests-react';
import { useCallback } from 'react';
import { kafkaSelfServeApiRef } from '../../../api';

/** While somebody types. */
const TYPING_MS = 250;
const NONE: string[] = [];

/** Names of topics that may collide with one: `.` and `_` are the same to Kafka, so the longest part between them is searched. */
export function useLikeNames(options: {
  environment: string;
  name: string;
}): string[] {
  const { environment, name } = options;
  const api = useApi(kafkaSelfServeApiRef);
  const [part = ''] = name
    .split(/[._]/)
    .sort((one, other) => other.length - one.length);
  const { value } = useLoad(
    useCallback(
      async (signal: AbortSignal) => {
        if (!environment || !part) return NONE;
        const page = await api.topics(
          { environment: [environment], q: part, limit: 100 },
          { signal },
        );
        return page.items.map(topic => topic.name);
      },
      [api, environment, part],
    ),
    { delayMs: TYPING_MS },
  );
  // The server has the last word: of names that one may not see, and where there are more than these.
  return value ?? NONE;
}
