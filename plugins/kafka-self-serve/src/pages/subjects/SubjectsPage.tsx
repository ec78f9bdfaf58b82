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
import { PhaseBadge } from '../../words';

const COLUMNS = [
  'name',
  'environment',
  'owner',
  'format',
  'version',
  'compatibility',
  'phase',
] as const;

/** The subjects of the schema registries that the person may see. */
export const SubjectsPage = () => {
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaSelfServeApiRef);
  const { subjectOf, topics } = useLinks();
  return (
    <Flex direction="column" gap="4">
      <Text as="h2" variant="title-small">
        {t('subjects.title')}
      </Text>
      <PagedList
        words={{
          label: t('subjects.title'),
          search: t('subjects.search'),
          loading: t('subjects.loading'),
          error: t('subjects.error'),
          notAllowed: t('subjects.notAllowed'),
        }}
        empty={{
          title: t('subjects.empty.title'),
          text: t('subjects.empty.text'),
          action: (
            <ButtonLink variant="secondary" href={topics}>
              {t('subjects.empty.topics')}
            </ButtonLink>
          ),
        }}
        columns={COLUMNS.map(column => t(`subjects.columns.${column}`))}
        withMine
        load={useCallback(
          (query: ListQuery, signal: AbortSignal) =>
            api.subjects(query, { signal }),
          [api],
        )}
        row={({ environment, name, ownerRef, ...subject }) => (
          <tr key={`${environment}/${name}`}>
            <th scope="row">
              <Link href={subjectOf(environment, name)}>{name}</Link>
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
            <td>{subject.format}</td>
            <td>{subject.version}</td>
            <td>{subject.compatibility ?? t('subjects.registry')}</td>
            <td>
              <PhaseBadge phase={subject.phase} />
            </td>
          </tr>
        )}
      />
    </Flex>
  );
};
