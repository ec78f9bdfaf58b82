// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi } from '@backstage/frontend-plugin-api';
import { useLoad } from '@fairway/requests-react';
import { useCallback } from 'react';
import { infrastructureApiRef, selfServiceApiRef } from '../../api';
import { askModule, type ModuleQuestion } from './question';

/** Other fields are typed into: ask when the typing stops. */
const DELAY_MS = 300;

/** Reads the module that the form names; again when the form names another. */
export function useModule(question: ModuleQuestion) {
  const infrastructure = useApi(infrastructureApiRef);
  const modules = useApi(selfServiceApiRef);
  // The question is a new object with every key stroke anywhere in the form.
  const key = JSON.stringify(question);
  const load = useCallback(
    async (signal: AbortSignal) => {
      const asked: ModuleQuestion = JSON.parse(key);
      const answer = await askModule(
        asked,
        { infrastructure, modules },
        signal,
      );
      return { key, answer };
    },
    [infrastructure, modules, key],
  );
  return useLoad(load, { delayMs: DELAY_MS });
}
