// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Checkbox, Link, Text } from '@backstage/ui';
import type { DriftEntry } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { RelativeTime, StateBadge } from '@fairway/requests-react';
import { useCallback, useState } from 'react';
import { kafkaSelfServeApiRef } from '../../api';
import { useLinks } from '../../layout/useLinks';
import { EnvironmentName, Few, type ListQuery, PagedList } from '../../parts';
import { kafkaSelfServeTranslationRef } from '../../translation';
import { DriftActions } from './DriftActions';
import { inWords } from './inWords';

const COLUMNS = [
  'what',
  'environment',
  'kind',
  'changes',
  'since',
  'actions',
] as const;

const Row = (props: { entry: DriftEntry; onChanged: () => void }) => {
  const { entry, onChanged } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const { topicOf, subjectOf } = useLinks();
  const [about] = entry.kind.split('-');
  const pages: Record<string, typeof topicOf | undefined> = {
    topic: topicOf,
    subject: subjectOf,
  };
  const pageOf = pages[about];
  const nothing = t('drift.nothing');
  return (
    <tr>
      <th scope="row">
        {pageOf ? (
          <Link href={pageOf(entry.environment, entry.name)}>
            {entry.title}
          </Link>
        ) : (
          entry.title
        )}
        {entry.ignored && (
          <StateBadge tone="neutral">{t('drift.ignored')}</StateBadge>
        )}
      </th>
      <td>
        <EnvironmentName name={entry.environment} />
      </td>
      <td>{t(`drift.kinds.${entry.kind}`)}</td>
      <td>
        <Few items={entry.changes}>
          {shown =>
            shown.map(({ path, before, after }) => (
              <Text as="p" variant="body-small" key={path}>
                {t('drift.change', {
                  path,
                  before: before ? inWords(path, before) : nothing,
                  after: after ? inWords(path, after) : nothing,
                })}
              </Text>
            ))
          }
        </Few>
      </td>
      <td>
        <RelativeTime value={entry.since} />
      </td>
      <td>
        <DriftActions entry={entry} onChanged={onChanged} />
      </td>
    </tr>
  );
};

/** Differences between what was asked for and what is there, and what can be done about each. */
export const DriftList = () => {
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaSelfServeApiRef);
  const [withIgnored, setWithIgnored] = useState(false);
  return (
    <>
      <Checkbox isSelected={withIgnored} onChange={setWithIgnored}>
        {t('drift.withIgnored')}
      </Checkbox>
      <PagedList
        isPart
        words={{
          label: t('drift.list'),
          search: t('drift.search'),
          loading: t('drift.loading'),
          error: t('drift.error'),
          notAllowed: t('drift.notAllowed'),
        }}
        empty={{ title: t('drift.empty.title'), text: t('drift.empty.text') }}
        columns={COLUMNS.map(column => t(`drift.columns.${column}`))}
        load={useCallback(
          ({ mine: _mine, ...query }: ListQuery, signal: AbortSignal) =>
            api.drift({ ...query, ignored: withIgnored }, { signal }),
          [api, withIgnored],
        )}
        row={(entry, reload) => (
          <Row key={entry.id} entry={entry} onChanged={reload} />
        )}
      />
    </>
  );
};
