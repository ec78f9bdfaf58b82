// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  RouteResolutionApi,
  TranslationApi,
} from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import {
  CHANGE_KIND,
  DISPATCH_KIND,
  REPOSITORY_KIND,
} from '@fairway/backstage-plugin-self-service-common';
import type { RequestDetail, RequestsApi } from '@fairway/requests-common';
import type { RequestSource } from '@fairway/requests-react';
import { type ComponentType, lazy, Suspense } from 'react';
import { entityOf } from '../change/entityOf';
import type { OwnershipApi } from '../api';
import { breakGlassExternal, requestRouteRef, reviseRouteRef } from '../routes';
import { selfServiceTranslationRef } from '../translation';
import { temporaryAccess } from './temporaryAccess';

/** Also the channel of its signals. */
export const SOURCE_ID = 'self-service';

const ChangeSections = lazy(() =>
  import('../change').then(m => ({ default: m.ChangeSections })),
);
const DispatchSections = lazy(() =>
  import('../dispatch').then(m => ({ default: m.DispatchSections })),
);
const GoAhead = lazy(() =>
  import('../dispatch').then(m => ({ default: m.GoAhead })),
);
const ChangeInput = lazy(() =>
  import('../change').then(m => ({ default: m.ChangeInput })),
);

/** What the page has beside the rest, by the kind of the request. */
const SECTIONS: Partial<
  Record<string, ComponentType<{ request: RequestDetail }>>
> = {
  [CHANGE_KIND]: ChangeSections,
  [DISPATCH_KIND]: DispatchSections,
};

/** The requests of this plugin, for every list that merges sources, and what the page of a change has beside the rest. */
export function createRequestSource(options: {
  api: RequestsApi;
  ownership: Pick<OwnershipApi, 'breakGlass'>;
  routes: RouteResolutionApi;
  translations: TranslationApi;
}): RequestSource {
  const { api, ownership, routes, translations } = options;
  // Asked for each time: the language may change.
  const words = () => {
    const snapshot = translations.getTranslation(selfServiceTranslationRef);
    return {
      title: snapshot.ready ? snapshot.t('source.title') : SOURCE_ID,
      change: snapshot.ready ? snapshot.t('source.change') : CHANGE_KIND,
      dispatch: snapshot.ready ? snapshot.t('source.dispatch') : DISPATCH_KIND,
      repository: snapshot.ready
        ? snapshot.t('source.repository')
        : REPOSITORY_KIND,
    };
  };
  return {
    id: SOURCE_ID,
    get title() {
      return words().title;
    },
    get kinds() {
      const { change, dispatch, repository } = words();
      return {
        [CHANGE_KIND]: change,
        [DISPATCH_KIND]: dispatch,
        [REPOSITORY_KIND]: repository,
      };
    },
    api,
    pageOf: ({ id }) => routes.resolve(requestRouteRef)?.({ id }),
    revisionOf: ({ id, kind }) =>
      kind === CHANGE_KIND
        ? routes.resolve(reviseRouteRef)?.({ id })
        : undefined,
    entityOf,
    temporaryAccess: ({ signal } = {}) =>
      temporaryAccess({
        ...{ ownership, signal },
        page: routes.resolve(breakGlassExternal)?.(),
        titleOf({ reason, service = '*' }) {
          const snapshot = translations.getTranslation(
            selfServiceTranslationRef,
          );
          return snapshot.ready
            ? snapshot.t('endings.breakGlass', { reason, service })
            : reason;
        },
      }),
    extraActions: request =>
      request.kind === DISPATCH_KIND ? (
        <Suspense fallback={null}>
          <GoAhead request={request} />
        </Suspense>
      ) : undefined,
    extraSections(request) {
      const Sections = SECTIONS[request.kind];
      return (
        Sections && (
          <Suspense fallback={<Skeleton width="100%" height={160} />}>
            <Sections request={request} />
          </Suspense>
        )
      );
    },
    // What a dispatch says beside its values, and a repository beside its files, is what a change says, too.
    renderPayload: request =>
      [CHANGE_KIND, DISPATCH_KIND, REPOSITORY_KIND].includes(request.kind) ? (
        <Suspense fallback={<Skeleton width="100%" height={80} />}>
          <ChangeInput request={request} />
        </Suspense>
      ) : undefined,
  };
}
