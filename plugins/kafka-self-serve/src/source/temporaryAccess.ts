// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RouteResolutionApi } from '@backstage/frontend-plugin-api';
import type {
  GrantView,
  KafkaSelfServeApi,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { TemporaryAccess } from '@fairway/requests-react';
import { environmentRouteRef, topicRouteRef } from '../routes';

/** Those that end within two weeks: more than these nobody looks through. */
const MOST = 500;
const PAGE = 100;

/** Grants that are about to end, as far as the person may see them. */
export async function temporaryAccess(options: {
  kafka: Pick<KafkaSelfServeApi, 'grants'>;
  routes: RouteResolutionApi;
  titleOf: (grant: GrantView) => string;
  signal?: AbortSignal;
}): Promise<TemporaryAccess[]> {
  const { kafka, routes, signal, titleOf } = options;
  const found: TemporaryAccess[] = [];
  let cursor: string | undefined;
  do {
    const page = await kafka.grants(
      { state: ['ending'], limit: PAGE, cursor },
      { signal },
    );
    for (const grant of page.items) {
      const { environment, expiresAt, granteeRef, id } = grant;
      if (!expiresAt) continue;
      found.push({
        ...{ id, environment, expiresAt },
        title: titleOf(grant),
        holderRefs: granteeRef ? [granteeRef] : [],
        page: pageOf(grant, routes),
      });
    }
    cursor = page.nextCursor;
  } while (cursor !== undefined && found.length < MOST);
  return found;
}

function pageOf(
  { environment, topic: { name, pattern } }: GrantView,
  routes: RouteResolutionApi,
): string | undefined {
  return pattern === 'LITERAL'
    ? routes.resolve(topicRouteRef)?.({ environment, name })
    : routes.resolve(environmentRouteRef)?.({ name: environment });
}
