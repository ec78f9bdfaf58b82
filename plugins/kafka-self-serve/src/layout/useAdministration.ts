// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi } from '@backstage/frontend-plugin-api';
import type { RequestsApi, RequestsCaller } from '@fairway/requests-common';
import { useLoad } from '@fairway/requests-react';
import { useCallback } from 'react';
import { kafkaRequestsApiRef } from '../api';

/** One answer for all pages; a persona that is switched loads the portal anew. */
const answers = new WeakMap<RequestsApi, Promise<RequestsCaller>>();

function askedOnce(api: RequestsApi): Promise<RequestsCaller> {
  const answer = answers.get(api) ?? api.me();
  answers.set(api, answer);
  answer.catch(() => answers.delete(api));
  return answer;
}

/** Whether the person administers Kafka, as the backend says; undefined until it is known. */
export function useAdministration() {
  const api = useApi(kafkaRequestsApiRef);
  const { value, error, isLoading, reload } = useLoad(
    useCallback(() => askedOnce(api), [api]),
  );
  return {
    isAdministrator: value?.isAdministrator,
    error,
    isAsking: isLoading,
    ask: reload,
  };
}
