// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useRouteRef } from '@backstage/frontend-plugin-api';
import { topicRouteRef, topicsRouteRef } from '../routes';

/** Addresses of topics and of lists of them. */
export function useTopicLinks() {
  const topic = useRouteRef(topicRouteRef);
  const topics = useRouteRef(topicsRouteRef);
  return {
    topicOf: (environment: string, name: string) =>
      topic?.({ environment, name }) ?? '',
    topicsOf: (environment: string) =>
      `${topics?.() ?? ''}?${new URLSearchParams({ environment })}`,
  };
}
