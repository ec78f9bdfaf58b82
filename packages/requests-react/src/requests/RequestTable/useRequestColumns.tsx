// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, CellText, ColumnConfig, Link } from '@backstage/ui';
import { useMemo } from 'react';
import { EntityLink, RelativeTime } from '../../components';
import type { SourcedRequest } from '../sources';
import { RequestState, WaitingFor } from '../state';
import { fairwayRequestsTranslationRef } from '../translation';
import styles from './RequestTable.module.css';
import { kindTitle } from './useFilterOptions';

/** Number and title of a request, as a link to its page where that is installed. */
export const RequestLink = (props: { item: SourcedRequest }) => {
  const { source, request } = props.item;
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  const href = source.pageOf(request);
  const name = t('name', {
    number: String(request.number),
    title: request.title,
  });
  return href ? <Link href={href}>{name}</Link> : <>{name}</>;
};

/** Columns that say the same in each row of some lists. */
export type SparedColumn = 'kind' | 'requester';

/** The columns of a list of requests; `without` is one and the same list from render to render. */
export function useRequestColumns(
  without: readonly SparedColumn[],
): ColumnConfig<SourcedRequest>[] {
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  return useMemo(() => {
    const columns: ColumnConfig<SourcedRequest>[] = [
      {
        id: 'request',
        label: t('table.columns.request'),
        isRowHeader: true,
        defaultWidth: '2fr',
        minWidth: 220,
        // Not CellText: it cuts long titles off.
        cell: item => (
          <Cell className={styles.name}>
            <RequestLink item={item} />
          </Cell>
        ),
      },
      // What people look for first comes first: a narrow screen shows two or three columns.
      {
        id: 'state',
        label: t('table.columns.state'),
        minWidth: 190,
        cell: ({ request }) => (
          <Cell>
            <RequestState request={request} />
          </Cell>
        ),
      },
      {
        id: 'waiting-for',
        label: t('table.columns.waitingFor'),
        minWidth: 150,
        cell: ({ request }) => (
          <Cell>
            <WaitingFor request={request} />
          </Cell>
        ),
      },
      {
        id: 'requester',
        label: t('table.columns.requester'),
        minWidth: 140,
        cell: ({ request }) => (
          <Cell>
            <EntityLink entityRef={request.requesterRef} defaultKind="user" />
          </Cell>
        ),
      },
      {
        id: 'environment',
        label: t('table.columns.environment'),
        minWidth: 125,
        cell: ({ request }) => (
          <CellText
            title={request.environmentRef ?? t('table.noEnvironment')}
          />
        ),
      },
      {
        id: 'age',
        label: t('table.columns.age'),
        minWidth: 110,
        cell: ({ request }) => (
          <Cell>
            <RelativeTime value={request.createdAt} />
          </Cell>
        ),
      },
      {
        id: 'kind',
        label: t('table.columns.kind'),
        minWidth: 110,
        cell: ({ source, request }) => (
          <CellText title={kindTitle(source, request.kind)} />
        ),
      },
    ];
    return columns.filter(({ id }) => !without.includes(id as SparedColumn));
  }, [t, without]);
}
