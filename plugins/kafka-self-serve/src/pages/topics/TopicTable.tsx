// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Text } from '@backstage/ui';
import type {
  KafkaPage,
  TopicSummary,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { kafkaSelfServeTranslationRef } from '../../translation';
import { useAskLinks } from '../ask';
import type { Column } from './columns';
import { TopicRows } from './TopicRows';

/** One page of topics, and the way to the next. */
export const TopicTable = (props: {
  page: KafkaPage<TopicSummary>;
  columns: Column[];
  onCursor: (cursor: string | undefined) => void;
}) => {
  const { page, columns, onCursor } = props;
  const { items, total, nextCursor, prevCursor } = page;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const links = useAskLinks();
  return (
    <Flex direction="column" gap="3">
      <TopicRows items={items} columns={columns} links={links} />
      <nav aria-label={t('topics.pages')}>
        <Flex gap="3" align="center">
          {total !== undefined && (
            <Text role="status" variant="body-small">
              {t('topics.found', { count: total })}
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
