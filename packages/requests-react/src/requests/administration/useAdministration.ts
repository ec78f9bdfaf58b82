// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestsApi, RequestsCaller } from '@fairway/requests-common';
import { useCallback } from 'react';
import { useLoad } from '../../hooks';

/** One answer for all pages; a persona that is switched loads the portal anew. */
const answers = new WeakMap<RequestsApi, Promise<RequestsCaller>>();

function askedOnce(api: RequestsApi): Promise<RequestsCaller> {
  const answer = answers.get(api) ?? api.me();
  answers.set(api, answer);
  answer.catch(() => answers.delete(api));
  return answer;
}

/** @public */
export interface Administration {
  /** Absent until it is known. */
  isAdministrator?: boolean;
  error?: Error;
  isAsking: boolean;
  /** Asks again after an error. */
  ask(): void;
}

/**
 * Whether the person administers the requests of a plugin, as its backend says. What the pages show is decided by the
 * backend in any case.
 *
 * @public
 */
export function useAdministration(api: RequestsApi): Administration {
  const load = useCallback(() => askedOnce(api), [api]);
  const { value, error, isLoading, reload } = useLoad(load);
  return {
    isAdministrator: value?.isAdministrator,
    error,
    isAsking: isLoading,
    ask: reload,
  };
}
