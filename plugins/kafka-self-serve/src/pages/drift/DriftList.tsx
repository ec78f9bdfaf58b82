// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Checkbox, Link, Text } from '@backstage/ui';
import type {
  DriftEntry,
  KafkaEnvironmentView,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { RelativeTime, StateBadge } from '@fairway/requests-react';
import { useCallback, useState } from 'react';
import { kafkaSelfServeApiRef } from '../../api';
import { useLinks } from '../../layout/useLinks';
import {
  EnvironmentName,
  Few,
  type ListQuery,
  PagedList,
  WithEnvironments,
} from '../../parts';
import { kafkaSelfServeTranslationRef } from '../../translation';
import { DriftActions } from './DriftActions';
import { inWords } from './inWords';
import { Scans } from './Scans';

const COLUMNS = [
  'what',
  'environment',
  'kind',
  'changes',
  'since',
  'actions',
] as const;

const scanOf = ({ status }: KafkaEnvironmentView) => status?.lastScan;

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

const Differences = (props: {
  environments: readonly KafkaEnvironmentView[];
  onScanned: () => void;
}) => {
  const { environments, onScanned } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaSelfServeApiRef);
  const [withIgnored, setWithIgnored] = useState(false);
  const scans = JSON.stringify(environments.map(scanOf));
  const unscanned = environments.filter(each => !scanOf(each));
  return (
    <>
      <Scans environments={environments} onScanned={onScanned} />
      <Checkbox isSelected={withIgnored} onChange={setWithIgnored}>
        {t('drift.withIgnored')}
      </Checkbox>
      <PagedList
        // A scan that ended since gives another list.
        key={scans}
        isPart
        words={{
          label: t('drift.list'),
          search: t('drift.search'),
          loading: t('drift.loading'),
          error: t('drift.error'),
          notAllowed: t('drift.notAllowed'),
        }}
        empty={
          unscanned.length > 0
            ? {
                title: t('drift.unscanned.title'),
                text: t('drift.unscanned.text', {
                  environments: unscanned.map(({ name }) => name).join(', '),
                }),
              }
            : { title: t('drift.empty.title'), text: t('drift.empty.text') }
        }
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

/** Differences between what was asked for and what is there, and what can be done about each. */
export const DriftList = () => (
  <WithEnvironments>
    {(environments, reload) => (
      <Differences environments={environments} onScanned={reload} />
    )}
  </WithEnvironments>
);
