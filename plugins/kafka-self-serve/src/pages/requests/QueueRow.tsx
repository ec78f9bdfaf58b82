// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { RequestSummary } from '@fairway/requests-common';
import {
  EntityLink,
  RelativeTime,
  RequestState,
  WaitingFor,
} from '@fairway/requests-react';
import { requestRouteRef } from '../../routes';
import { KIND_WORDS } from '../../source/kindWords';
import { kafkaSelfServeTranslationRef } from '../../translation';

/** One request of the administrators' list. */
export const QueueRow = (props: { request: RequestSummary }) => {
  const { request } = props;
  const { id, number, title, kind, risk } = request;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const link = useRouteRef(requestRouteRef);
  return (
    <tr>
      <th scope="row">
        <Link href={link?.({ id }) ?? ''}>
          {t('open.name', { number: String(number), title })}
        </Link>
      </th>
      <td>
        <RequestState request={request} />
      </td>
      <td>
        <WaitingFor request={request} />
      </td>
      <td>
        <EntityLink entityRef={request.requesterRef} defaultKind="user" />
      </td>
      <td>{request.environmentRef ?? t('requests.all.noEnvironment')}</td>
      <td>{KIND_WORDS[kind as keyof typeof KIND_WORDS] ?? kind}</td>
      <td>{t(`requests.all.risks.${risk ?? 'none'}`)}</td>
      <td>
        <RelativeTime value={request.submittedAt ?? request.createdAt} />
      </td>
    </tr>
  );
};
