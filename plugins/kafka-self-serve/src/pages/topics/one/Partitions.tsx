// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { TopicDetail } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { ScrollTable, Section, StateBadge } from '@fairway/requests-react';
import { Few } from '../../../parts';
import { kafkaSelfServeTranslationRef } from '../../../translation';

const COLUMNS = [
  'partition',
  'leader',
  'replicas',
  'inSync',
  'offsets',
] as const;

/** Where each partition is, and what it holds. */
export const Partitions = (props: { topic: TopicDetail }) => {
  const { layout } = props.topic;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  if (layout.length === 0) return null;
  return (
    <Section title={t('topics.one.partitions')}>
      <Few items={layout}>
        {shown => (
          <ScrollTable
            label={t('topics.one.partitions')}
            columns={COLUMNS.map(column => t(`topics.one.columns.${column}`))}
          >
            {shown.map(each => (
              <tr key={each.partition}>
                <th scope="row">{each.partition}</th>
                <td>
                  {each.leader ?? (
                    <StateBadge tone="danger">
                      {t('topics.one.offline')}
                    </StateBadge>
                  )}
                </td>
                <td>{each.replicas.join(', ')}</td>
                <td>{each.inSync.join(', ')}</td>
                <td>{[each.start, each.end].filter(Boolean).join(' – ')}</td>
              </tr>
            ))}
          </ScrollTable>
        )}
      </Few>
    </Section>
  );
};
