// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Link, Text } from '@backstage/ui';
import type {
  KafkaPage,
  TopicSummary,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { EntityLink, ScrollTable } from '@fairway/requests-react';
import { memo, type ReactNode } from 'react';
import { wordsOfBytes } from '../../parts';
import { kafkaSelfServeTranslationRef } from '../../translation';
import { PhaseBadge, wordsOfMilliseconds } from '../../words';
import { useAskLinks } from '../ask';
import type { Column } from './columns';

const Value = (props: { topic: TopicSummary; column: Column }): ReactNode => {
  const { topic, column } = props;
  const { ownerRef, shown, bytes, application } = topic;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const links = useAskLinks();
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
};

const Row = (props: { topic: TopicSummary; columns: Column[] }) => {
  const { topic, columns } = props;
  const { environment, name, description } = topic;
  const links = useAskLinks();
  return (
    <tr>
      <th scope="row">
        <Link href={links.topicOf(environment, name)}>{name}</Link>
        {description && (
          <Text as="p" variant="body-small" color="secondary">
            {description}
          </Text>
        )}
      </th>
      {columns.map(column => (
        <td key={column}>
          <Value topic={topic} column={column} />
        </td>
      ))}
    </tr>
  );
};

/** One page of topics. Drawn again only with another page: not while somebody types. */
const Rows = memo((props: { items: TopicSummary[]; columns: Column[] }) => {
  const { items, columns } = props;
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
        <Row
          key={`${topic.environment}/${topic.name}`}
          topic={topic}
          columns={columns}
        />
      ))}
    </ScrollTable>
  );
});

/** One page of topics, and the way to the next. */
export const TopicTable = (props: {
  page: KafkaPage<TopicSummary>;
  columns: Column[];
  onCursor: (cursor: string | undefined) => void;
}) => {
  const { page, columns, onCursor } = props;
  const { items, total, nextCursor, prevCursor } = page;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  return (
    <Flex direction="column" gap="3">
      <Rows items={items} columns={columns} />
      <nav aria-label={t('topics.pages')}>
        <Flex gap="3" align="center">
          {total !== undefined && (
            <Text role="status" variant="body-small">
              {t('topics.found', { number: String(total) })}
            </Text>
          )}
          <Button
            variant="secondary"
            isDisabled={!prevCursor}
            onPress={() => onCursor(prevCursor)}
          >
            {t('topics.previous')}
          </Button>
          <Button
            variant="secondary"
            isDisabled={!nextCursor}
            onPress={() => onCursor(nextCursor)}
          >
            {t('topics.next')}
          </Button>
        </Flex>
      </nav>
    </Flex>
  );
};
