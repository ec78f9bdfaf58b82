// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi } from '@backstage/frontend-plugin-api';
import type { RequestsApi, RequestsCaller } from '@fairway/requests-common';
import { useLoad } from '@fairway/requests-react';
import { useCallback } from 'react';
import { selfServiceRequestsApiRef } from '../api';

/** One answer for all pages; a persona that is switched loads the portal anew. */
const answers = new WeakMap<RequestsApi, Promise<RequestsCaller>>();

function askedOnce(api: RequestsApi): Promise<RequestsCaller> {
  const answer = answers.get(api) ?? api.me();
  answers.set(api, answer);
  answer.catch(() => answers.delete(api));
  return answer;
}

/** Whether the person administers requests, as the backend says. What the pages show is decided by it in any case. */
export function useAdministration(): {
  /** Absent until it is known. */
  isAdministrator?: boolean;
  error?: Error;
  isAsking: boolean;
  /** Asks again after an error. */
  ask(): void;
} {
  const api = useApi(selfServiceRequestsApiRef);
  const load = useCallback(() => askedOnce(api), [api]);
  const { value, error, isLoading, reload } = useLoad(load);
  return {
    isAdministrator: value?.isAdministrator,
    error,
    isAsking: isLoading,
    ask: reload,
  };
}
