// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { useLoad } from '@fairway/requests-react';
import { ownershipApiRef } from '../../api';
import type { TargetsQuestion } from './question';

/** Other fields are typed into: ask when the typing stops. */
const DELAY_MS = 300;

/** Asks the server which environments the person may use; asks again when the question changes. */
export function useMyTargets(question: TargetsQuestion) {
  const ownership = useApi(ownershipApiRef);
  // The question is a new object with every key stroke anywhere in the form.
  const key = JSON.stringify(question);
  const load = useCallback(
    (signal: AbortSignal) =>
      ownership.myTargets({ ...JSON.parse(key), signal }),
    [ownership, key],
  );
  return useLoad(load, { delayMs: DELAY_MS });
}
