// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  AnalyticsContext,
  BreadcrumbEntry,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import type { RequestDetail } from '@fairway/requests-common';
import { RequestPage } from '@fairway/requests-react';
import { useState } from 'react';
import { useAreaTitle } from '../../layout/useAreaTitle';
import { requestRouteRef } from '../../routes';
import { useOwnSource } from '../../source';
import { kafkaSelfServeTranslationRef } from '../../translation';

/** One request, from draft to done. */
export const OneRequest = (props: { id: string }) => {
  const { id } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const link = useRouteRef(requestRouteRef);
  const source = useOwnSource();
  const [request, setRequest] = useState<RequestDetail>();
  const label = request
    ? t('requests.name', {
        number: String(request.number),
        title: request.title,
      })
    : id;
  useAreaTitle(label);
  return (
    <AnalyticsContext attributes={{ requestId: id }}>
      <BreadcrumbEntry entry={{ label, href: link?.({ id }) ?? '' }}>
        <RequestPage source={source} requestId={id} onLoaded={setRequest} />
      </BreadcrumbEntry>
    </AnalyticsContext>
  );
};
