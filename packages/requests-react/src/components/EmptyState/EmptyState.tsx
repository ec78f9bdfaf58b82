// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { Flex, Text } from '@backstage/ui';
import { ReactNode } from 'react';
import styles from './EmptyState.module.css';

/** Nothing here yet: says what this place is and offers the next step. */
export const EmptyState = (props: {
  title: string;
  children: ReactNode;
  /** The next step, a button or a link. */
  action?: ReactNode;
  headingLevel?: 'h2' | 'h3' | 'h4';
}) => {
  const { title, children, action, headingLevel = 'h3' } = props;
  return (
    <Flex className={styles.root} direction="column" align="start" gap="3">
      <Text as={headingLevel} variant="title-x-small">
        {title}
      </Text>
      <div className={styles.text}>{children}</div>
      {action}
    </Flex>
  );
};
