// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  RouteResolutionApi,
  TranslationApi,
} from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import { CHANGE_KIND } from '@fairway/backstage-plugin-self-service-common';
import type { RequestsApi } from '@fairway/requests-common';
import type { RequestSource } from '@fairway/requests-react';
import { lazy, Suspense } from 'react';
import { entityOf } from '../change/entityOf';
import { requestRouteRef, reviseRouteRef } from '../routes';
import { selfServiceTranslationRef } from '../translation';

/** Also the channel of its signals. */
export const SOURCE_ID = 'self-service';

const ChangeSections = lazy(() =>
  import('../change').then(m => ({ default: m.ChangeSections })),
);
const ChangeInput = lazy(() =>
  import('../change').then(m => ({ default: m.ChangeInput })),
);

/** The requests of this plugin, for every list that merges sources, and what the page of a change has beside the rest. */
export function createRequestSource(options: {
  api: RequestsApi;
  routes: RouteResolutionApi;
  translations: TranslationApi;
}): RequestSource {
  const { api, routes, translations } = options;
  // Asked for each time: the language may change.
  const words = () => {
    const snapshot = translations.getTranslation(selfServiceTranslationRef);
    return {
      title: snapshot.ready ? snapshot.t('source.title') : SOURCE_ID,
      change: snapshot.ready ? snapshot.t('source.change') : CHANGE_KIND,
    };
  };
  return {
    id: SOURCE_ID,
    get title() {
      return words().title;
    },
    get kinds() {
      return { [CHANGE_KIND]: words().change };
    },
    api,
    pageOf: ({ id }) => routes.resolve(requestRouteRef)?.({ id }),
    revisionOf: ({ id, kind }) =>
      kind === CHANGE_KIND
        ? routes.resolve(reviseRouteRef)?.({ id })
        : undefined,
    entityOf,
    extraSections: request =>
      request.kind === CHANGE_KIND && (
        <Suspense fallback={<Skeleton width="100%" height={160} />}>
          <ChangeSections request={request} />
        </Suspense>
      ),
    renderPayload: request =>
      request.kind === CHANGE_KIND ? (
        <Suspense fallback={<Skeleton width="100%" height={80} />}>
          <ChangeInput request={request} />
        </Suspense>
      ) : undefined,
  };
}
