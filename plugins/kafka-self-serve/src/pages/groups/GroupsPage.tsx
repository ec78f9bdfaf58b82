// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Flex, Link, Text } from '@backstage/ui';
import { EntityLink } from '@fairway/requests-react';
import { useCallback } from 'react';
import { kafkaSelfServeApiRef } from '../../api';
import { useLinks } from '../../layout/useLinks';
import { EnvironmentName, type ListQuery, PagedList } from '../../parts';
import { kafkaSelfServeTranslationRef } from '../../translation';
import { GroupState } from './GroupState';

const COLUMNS = [
  'name',
  'environment',
  'owner',
  'state',
  'members',
  'lag',
] as const;

/** The consumer groups that the person may see, with how far behind they are. */
export const GroupsPage = () => {
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaSelfServeApiRef);
  const { groupOf, topics } = useLinks();
  return (
    <Flex direction="column" gap="4">
      <Text as="h2" variant="title-small">
        {t('groups.title')}
      </Text>
      <PagedList
        words={{
          label: t('groups.title'),
          search: t('groups.search'),
          loading: t('groups.loading'),
          error: t('groups.error'),
          notAllowed: t('groups.notAllowed'),
        }}
        empty={{
          title: t('groups.empty.title'),
          text: t('groups.empty.text'),
          action: (
            <ButtonLink variant="secondary" href={topics}>
              {t('groups.empty.topics')}
            </ButtonLink>
          ),
        }}
        columns={COLUMNS.map(column => t(`groups.columns.${column}`))}
        withMine
        load={useCallback(
          (query: ListQuery, signal: AbortSignal) =>
            api.groups(query, { signal }),
          [api],
        )}
        row={({ environment, groupId, ownerRef, state, members, lag }) => (
          <tr key={`${environment}/${groupId}`}>
            <th scope="row">
              <Link href={groupOf(environment, groupId)}>{groupId}</Link>
            </th>
            <td>
              <EnvironmentName name={environment} />
            </td>
            <td>
              {ownerRef ? (
                <EntityLink entityRef={ownerRef} defaultKind="group" />
              ) : (
                t('orphan')
              )}
            </td>
            <td>
              <GroupState state={state} />
            </td>
            <td>{members}</td>
            <td>{lag ?? t('groups.unknown')}</td>
          </tr>
        )}
      />
    </Flex>
  );
};
