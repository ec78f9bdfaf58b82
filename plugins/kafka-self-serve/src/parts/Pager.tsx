// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Text } from '@backstage/ui';
import type { KafkaPage } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { kafkaSelfServeTranslationRef } from '../translation';

/** How many there are, and the way to the other pages. */
export const Pager = (props: {
  page: Pick<KafkaPage<unknown>, 'total' | 'nextCursor' | 'prevCursor'>;
  onCursor: (cursor: string | undefined) => void;
}) => {
  const { page, onCursor } = props;
  const { total, nextCursor, prevCursor } = page;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  return (
    <nav aria-label={t('lists.pages')}>
      <Flex gap="3" align="center">
        {total !== undefined && (
          <Text role="status" variant="body-small">
            {t('lists.found', { number: String(total) })}
          </Text>
        )}
        <Button
          variant="secondary"
          isDisabled={!prevCursor}
          onPress={() => onCursor(prevCursor)}
        >
          {t('lists.previous')}
        </Button>
        <Button
          variant="secondary"
          isDisabled={!nextCursor}
          onPress={() => onCursor(nextCursor)}
        >
          {t('lists.next')}
        </Button>
      </Flex>
    </nav>
  );
};
