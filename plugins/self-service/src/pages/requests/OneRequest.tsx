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
import { entityOf } from '../../change/entityOf';
import { useEntityRef } from '../../change/useEntityRef';
import { FirstLook } from '../../firstSteps';
import { requestRouteRef } from '../../routes';
import { useOwnSource } from '../../source';
import { selfServiceTranslationRef } from '../../translation';

const Page = (props: { id: string }) => {
  const { id } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const requestLink = useRouteRef(requestRouteRef);
  const own = useOwnSource();
  const [request, setRequest] = useState<RequestDetail>();

  const found = useEntityRef(request);
  const source = useMemo(
    () => ({
      ...own,
      entityOf: (of: RequestDetail) => entityOf(of) ?? found,
    }),
    [own, found],
  );

  const label = request
    ? t('requests.name', {
        number: String(request.number),
        title: request.title,
      })
    : id;
  return (
    <BreadcrumbEntry entry={{ label, href: requestLink?.({ id }) ?? '' }}>
      {request && <FirstLook request={request} />}
      <RequestPage source={source} requestId={id} onLoaded={setRequest} />
    </BreadcrumbEntry>
  );
};

/** One request, from draft to catalog. */
export const OneRequest = (props: { id: string }) => (
  <AnalyticsContext attributes={{ requestId: props.id }}>
    <Page {...props} />
  </AnalyticsContext>
);
