// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Text } from '@backstage/ui';
import { type ReactNode, useState } from 'react';
import { kafkaSelfServeTranslationRef } from '../translation';

/** Drawn at once: what a cluster has is without an end. */
const STEP = 50;

/** The first of a list that comes whole, and more of it on a press. */
export function Few<T>(props: {
  items: readonly T[];
  children: (shown: readonly T[]) => ReactNode;
}) {
  const { items, children } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const [most, setMost] = useState(STEP);
  return (
    <>
      {children(items.slice(0, most))}
      {items.length > most && (
        <Flex direction="column" gap="2" align="start">
          <Text as="p">
            {t('lists.shownOf', {
              shown: String(most),
              number: String(items.length),
            })}
          </Text>
          <Button variant="secondary" onPress={() => setMost(most + STEP)}>
            {t('lists.more')}
          </Button>
        </Flex>
      )}
    </>
  );
}
