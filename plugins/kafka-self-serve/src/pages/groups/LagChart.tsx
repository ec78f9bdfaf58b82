// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type { LagPoint } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { RelativeTime } from '@fairway/requests-react';
import { kafkaSelfServeTranslationRef } from '../../translation';
import styles from './groups.module.css';
import { lagLine } from './lagLine';

const SIZE = { width: 600, height: 120 };

/** The lag of a group over the kept readings: a line, and in words what it shows. */
export const LagChart = (props: { history: LagPoint[] }) => {
  const { history } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const line = lagLine(history, SIZE);
  if (!line) return <Text as="p">{t('groups.one.noHistory')}</Text>;
  const words = t('groups.one.chart', {
    first: line.first,
    last: line.last,
    most: line.most,
    readings: String(history.length),
  });
  return (
    <figure className={styles.chart}>
      <svg
        role="img"
        aria-label={words}
        viewBox={`-4 -4 ${SIZE.width + 8} ${SIZE.height + 8}`}
        preserveAspectRatio="none"
      >
        <line
          x1="0"
          x2={SIZE.width}
          y1={SIZE.height}
          y2={SIZE.height}
          className={styles.base}
        />
        <polyline points={line.points} className={styles.line} />
      </svg>
      <figcaption>
        <Flex justify="between" gap="3">
          <Text variant="body-small" color="secondary">
            <RelativeTime value={history[0].at} />
          </Text>
          <Text variant="body-small">{words}</Text>
          <Text variant="body-small" color="secondary">
            <RelativeTime value={history[history.length - 1].at} />
          </Text>
        </Flex>
      </figcaption>
    </figure>
  );
};
