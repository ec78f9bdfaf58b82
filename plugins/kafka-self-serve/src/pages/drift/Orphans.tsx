// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { OrphanView } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { useCallback } from 'react';
import { kafkaSelfServeApiRef } from '../../api';
import { useLinks } from '../../layout/useLinks';
import {
  EnvironmentName,
  type ListQuery,
  PagedList,
  wordsOfBytes,
} from '../../parts';
import { kafkaSelfServeTranslationRef } from '../../translation';

const COLUMNS = ['name', 'type', 'environment', 'size', 'principals'] as const;

/** What nobody owns. */
export const Orphans = () => {
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaSelfServeApiRef);
  const { topicOf, groupOf, subjectOf } = useLinks();
  const pageOf = { TOPIC: topicOf, GROUP: groupOf, SUBJECT: subjectOf };
  const row = ({ environment, type, name, bytes, principals }: OrphanView) => (
    <tr key={`${environment} ${type} ${name}`}>
      <th scope="row">
        <Link href={pageOf[type](environment, name)}>{name}</Link>
      </th>
      <td>{t(`drift.orphans.types.${type}`)}</td>
      <td>
        <EnvironmentName name={environment} />
      </td>
      <td>{bytes === undefined ? '' : wordsOfBytes(bytes)}</td>
      <td>{principals.join(', ') || t('drift.orphans.noPrincipals')}</td>
    </tr>
  );
  return (
    <PagedList
      isPart
      words={{
        label: t('drift.orphans.title'),
        search: t('drift.orphans.search'),
        loading: t('drift.orphans.loading'),
        error: t('drift.orphans.error'),
        notAllowed: t('drift.orphans.notAllowed'),
      }}
      empty={{
        title: t('drift.orphans.empty.title'),
        text: t('drift.orphans.empty.text'),
      }}
      columns={COLUMNS.map(column => t(`drift.orphans.columns.${column}`))}
      load={useCallback(
        ({ mine: _mine, ...query }: ListQuery, signal: AbortSignal) =>
          api.orphans(query, { signal }),
        [api],
      )}
      row={row}
    />
  );
};
