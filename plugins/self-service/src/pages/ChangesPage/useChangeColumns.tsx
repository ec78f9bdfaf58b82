// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, CellText, ColumnConfig, Link } from '@backstage/ui';
import type { Change } from '@fairway/backstage-plugin-self-service-common';
import { useMemo } from 'react';
import { EntityLink, RelativeTime } from '@fairway/requests-react';
import { changeRouteRef } from '../../routes';
import { selfServiceTranslationRef } from '../../translation';
import { ChangeStateBadge } from '../ChangeStateBadge';

/** The columns of the list of changes. */
export function useChangeColumns(): ColumnConfig<Change>[] {
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const changeLink = useRouteRef(changeRouteRef);
  return useMemo(
    () => [
      {
        id: 'change',
        label: t('changes.columns.change'),
        isRowHeader: true,
        defaultWidth: '2fr',
        minWidth: 200,
        cell: change => (
          // Not CellText: it cuts long titles off.
          <Cell>
            <Link href={changeLink?.({ id: change.id })}>
              {t('changes.name', {
                number: String(change.number),
                title: change.title,
              })}
            </Link>
          </Cell>
        ),
      },
      {
        id: 'environment',
        minWidth: 130,
        label: t('changes.columns.environment'),
        cell: change => (
          <CellText
            title={change.environments.join(', ') || t('change.noEnvironment')}
          />
        ),
      },
      {
        id: 'state',
        minWidth: 160,
        label: t('changes.columns.state'),
        cell: change => (
          <Cell>
            <ChangeStateBadge state={change.state} />
          </Cell>
        ),
      },
      {
        id: 'requester',
        minWidth: 130,
        label: t('changes.columns.requester'),
        cell: change => (
          <Cell>
            <EntityLink entityRef={change.requesterRef} defaultKind="user" />
          </Cell>
        ),
      },
      {
        id: 'created',
        minWidth: 130,
        label: t('changes.columns.created'),
        cell: change => (
          <Cell>
            <RelativeTime value={change.createdAt} />
          </Cell>
        ),
      },
    ],
    [t, changeLink],
  );
}
