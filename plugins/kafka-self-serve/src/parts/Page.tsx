// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type { ReactNode } from 'react';
import { useAreaTitle } from '../layout/useAreaTitle';
import styles from './parts.module.css';

/** A page: its heading, by which the window is titled too, and what belongs beside and below it. */
export const Page = (props: {
  title: string;
  /** The list of an area, which the window is titled by alone. */
  isArea?: boolean;
  /** Its own address, to be in the trail of the header. */
  href?: string;
  /** What the page is about, in a sentence. */
  text?: ReactNode;
  /** Beside the title: the state of what it names. */
  state?: ReactNode;
  /** What to begin here, at the end of the line. */
  action?: ReactNode;
  children: ReactNode;
}) => {
  const { title, isArea, href, text, state, action, children } = props;
  useAreaTitle(isArea ? undefined : title);
  const page = (
    <Flex className={styles.page} direction="column" gap={href ? '5' : '4'}>
      <div>
        <div className={styles.head}>
          <div className={styles.heading}>
            <Text as="h2" variant="title-small" className={styles.name}>
              {title}
            </Text>
            {state}
          </div>
          {action}
        </div>
        {text && <Text as="p">{text}</Text>}
      </div>
      {children}
    </Flex>
  );
  return href ? (
    <BreadcrumbEntry entry={{ label: title, href }}>{page}</BreadcrumbEntry>
  ) : (
    page
  );
};
