// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { kafkaSelfServeApiRef } from '../../api';
import { useLinks } from '../../layout/useLinks';
import { type ListQuery, ResourcesPage } from '../../parts';
import { kafkaSelfServeTranslationRef } from '../../translation';
import { GroupState } from './GroupState';

const COLUMNS = ['state', 'members', 'lag'] as const;

/** The consumer groups that the person may see, with how far behind they are. */
export const GroupsPage = () => {
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaSelfServeApiRef);
  const { groupOf } = useLinks();
  return (
    <ResourcesPage
      area="groups"
      columns={COLUMNS.map(column => t(`groups.columns.${column}`))}
      load={useCallback(
        (query: ListQuery, signal: AbortSignal) =>
          api.groups(query, { signal }),
        [api],
      )}
      nameOf={({ groupId }) => groupId}
      pageOf={groupOf}
      cells={({ state, members, lag }) => (
        <>
          <td>
            <GroupState state={state} />
          </td>
          <td>{members}</td>
          <td>{lag ?? t('groups.unknown')}</td>
        </>
      )}
    />
  );
};
