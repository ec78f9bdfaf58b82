// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  RouteResolutionApi,
  TranslationApi,
} from '@backstage/frontend-plugin-api';
import {
  KAFKA_SELF_SERVE_PLUGIN_ID,
  type KafkaSelfServeApi,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { RequestsApi } from '@fairway/requests-common';
import type { RequestSource } from '@fairway/requests-react';
import { requestRouteRef, reviseRouteRef } from '../routes';
import { kafkaSelfServeTranslationRef } from '../translation';
import { Impact } from './Impact';
import { KIND_WORDS } from './kindWords';
import { temporaryAccess } from './temporaryAccess';

/** The requests of this plugin, for every list that merges sources. */
export function createRequestSource(options: {
  api: RequestsApi;
  kafka: Pick<KafkaSelfServeApi, 'grants'>;
  routes: RouteResolutionApi;
  translations: TranslationApi;
}): RequestSource {
  const { api, kafka, routes, translations } = options;
  return {
    id: KAFKA_SELF_SERVE_PLUGIN_ID,
    // Asked for each time: the language may change.
    get title() {
      const words = translations.getTranslation(kafkaSelfServeTranslationRef);
      return words.ready ? words.t('source.title') : KAFKA_SELF_SERVE_PLUGIN_ID;
    },
    kinds: KIND_WORDS,
    api,
    extraSections: request => <Impact request={request} />,
    revisionOf: ({ id }) => routes.resolve(reviseRouteRef)?.({ id }),
    pageOf: ({ id }) => routes.resolve(requestRouteRef)?.({ id }),
    temporaryAccess: ({ signal } = {}) =>
      temporaryAccess({
        ...{ kafka, routes, signal },
        titleOf({ grantee, topic: { name } }) {
          const words = translations.getTranslation(
            kafkaSelfServeTranslationRef,
          );
          return words.ready
            ? words.t('source.access', { grantee, topic: name })
            : name;
        },
      }),
  };
}
