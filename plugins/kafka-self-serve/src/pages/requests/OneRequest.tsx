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
import { useMemo, useState } from 'react';
import { requestRouteRef } from '../../routes';
import { useOwnSource } from '../../source';
import { kafkaSelfServeTranslationRef } from '../../translation';
import { withGet } from './withGet';

/** One request, from draft to done. */
export const OneRequest = (props: { id: string }) => {
  const { id } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const link = useRouteRef(requestRouteRef);
  const own = useOwnSource();
  const [request, setRequest] = useState<RequestDetail>();
  // The page loads its request by itself; what it was answered is listened in on, for the breadcrumb.
  const source = useMemo(() => {
    const get = async (...input: Parameters<typeof own.api.get>) => {
      const answer = await own.api.get(...input);
      setRequest(answer);
      return answer;
    };
    return { ...own, title: own.title, api: withGet(own.api, get) };
  }, [own]);
  const label = request
    ? t('requests.name', {
        number: String(request.number),
        title: request.title,
      })
    : id;
  return (
    <AnalyticsContext attributes={{ requestId: id }}>
      <BreadcrumbEntry entry={{ label, href: link?.({ id }) ?? '' }}>
        <RequestPage source={source} requestId={id} />
      </BreadcrumbEntry>
    </AnalyticsContext>
  );
};
