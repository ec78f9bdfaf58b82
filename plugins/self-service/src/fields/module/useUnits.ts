// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi } from '@backstage/frontend-plugin-api';
import { useLoad } from '@fairway/requests-react';
import { useCallback } from 'react';
import { infrastructureApiRef } from '../../api';

/** Other fields are typed into: ask when the typing stops. */
const DELAY_MS = 300;

/** The units of a repository that the person may see, of one environment where one is named. */
export function useUnits(question: { repoUrl: string; environment?: string }) {
  const infrastructure = useApi(infrastructureApiRef);
  const key = JSON.stringify(question);
  const load = useCallback(
    async (signal: AbortSignal) => ({
      key,
      ...(await infrastructure.listUnits(JSON.parse(key), { signal })),
    }),
    [infrastructure, key],
  );
  const { value, ...rest } = useLoad(load, { delayMs: DELAY_MS });
  return { ...rest, value, isFresh: value?.key === key };
}
