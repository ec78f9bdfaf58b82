// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type TranslationFunction,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import type { TopicSummary } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { EntityLink, ScrollTable } from '@fairway/requests-react';
import { memo, type ReactNode } from 'react';
import { wordsOfBytes } from '../../parts';
import { kafkaSelfServeTranslationRef } from '../../translation';
import { PhaseBadge, wordsOfMilliseconds } from '../../words';
import type { useAskLinks } from '../ask';
import type { Column } from './columns';

/** Words and addresses, found once for all cells: a hook in each of them subscribes each of them. */
interface Cells {
  t: TranslationFunction<(typeof kafkaSelfServeTranslationRef)['T']>;
  links: ReturnType<typeof useAskLinks>;
}

function valueOf(
  topic: TopicSummary,
  column: Column,
  { t, links }: Cells,
): ReactNode {
  const { ownerRef, shown, bytes, application } = topic;
  const retention = shown['retention.ms'];
  switch (column) {
    case 'owner':
      return ownerRef ? (
        <EntityLink entityRef={ownerRef} defaultKind="group" />
      ) : (
        t('orphan')
      );
    case 'application':
      return (
        application && (
          <Link href={links.applicationOf(application)}>{application}</Link>
        )
      );
    case 'phase':
      return <PhaseBadge phase={topic.phase} />;
    case 'replicas':
      return topic.replicationFactor;
    case 'retention':
      return retention === undefined
        ? ''
        : wordsOfMilliseconds(retention) ?? t('topics.forever');
    case 'cleanup':
      return shown['cleanup.policy'];
    case 'bytes':
      return bytes === undefined ? '' : wordsOfBytes(bytes);
    case 'labels':
      return Object.entries(topic.labels)
        .map(([key, value]) => `${key}=${value}`)
        .join(', ');
    default:
      return topic[column];
  }
}

/** One page of topics. Drawn again only with another page: not while somebody types or the address changes. */
export const TopicRows = memo(
  (props: {
    items: TopicSummary[];
    columns: Column[];
    /** Kept by the caller. */
    links: Cells['links'];
  }) => {
    const { items, columns, links } = props;
    const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
    return (
      <ScrollTable
        label={t('topics.label')}
        columns={[
          t('topics.columns.name'),
          ...columns.map(column => t(`topics.columns.${column}`)),
        ]}
      >
        {items.map(topic => (
          <tr key={`${topic.environment}/${topic.name}`}>
            <th scope="row">
              <Link href={links.topicOf(topic.environment, topic.name)}>
                {topic.name}
              </Link>
              {topic.description && (
                <Text as="p" variant="body-small" color="secondary">
                  {topic.description}
                </Text>
              )}
            </th>
            {columns.map(column => (
              <td key={column}>{valueOf(topic, column, { t, links })}</td>
            ))}
          </tr>
        ))}
      </ScrollTable>
    );
  },
);
