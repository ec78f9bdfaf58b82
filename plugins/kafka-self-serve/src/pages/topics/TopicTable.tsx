// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Link, Text } from '@backstage/ui';
import type {
  KafkaPage,
  TopicSummary,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { EntityLink, ScrollTable } from '@fairway/requests-react';
import { useTopicLinks } from '../../layout/useTopicLinks';
import { kafkaSelfServeTranslationRef } from '../../translation';
import { PhaseBadge, wordsOfMilliseconds } from '../../words';

const COLUMNS = [
  'name',
  'environment',
  'owner',
  'phase',
  'partitions',
  'replicas',
  'retention',
] as const;

const Row = (props: { topic: TopicSummary }) => {
  const { topic } = props;
  const { environment, name, ownerRef, shown } = topic;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const { topicOf } = useTopicLinks();
  const retention = shown['retention.ms'];
  return (
    <tr>
      <th scope="row">
        <Link href={topicOf(environment, name)}>{name}</Link>
        {topic.description && (
          <Text as="p" variant="body-small" color="secondary">
            {topic.description}
          </Text>
        )}
      </th>
      <td>{environment}</td>
      <td>
        {ownerRef ? (
          <EntityLink entityRef={ownerRef} defaultKind="group" />
        ) : (
          t('orphan')
        )}
      </td>
      <td>
        <PhaseBadge phase={topic.phase} />
      </td>
      <td>{topic.partitions}</td>
      <td>{topic.replicationFactor}</td>
      <td>
        {retention === undefined
          ? ''
          : wordsOfMilliseconds(retention) ?? t('topics.forever')}
      </td>
    </tr>
  );
};

/** One page of topics, and the way to the next. */
export const TopicTable = (props: {
  page: KafkaPage<TopicSummary>;
  onCursor: (cursor: string | undefined) => void;
}) => {
  const { page, onCursor } = props;
  const { items, total, nextCursor, prevCursor } = page;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  return (
    <Flex direction="column" gap="3">
      <ScrollTable
        label={t('topics.label')}
        columns={COLUMNS.map(column => t(`topics.columns.${column}`))}
      >
        {items.map(topic => (
          <Row key={`${topic.environment}/${topic.name}`} topic={topic} />
        ))}
      </ScrollTable>
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
