// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { Container, Flex, Text } from '@backstage/ui';
import { WindowTitle } from '@fairway/requests-react';
import { ReactNode, useRef } from 'react';
import { PolicyBanner } from '../PolicyBanner';
import styles from './OwnershipPage.module.css';
import { useTabPanel } from './useTabPanel';

/** What every page here has: how the policy is doing, a heading, and what the page is for. The framework draws the h1. */
export const OwnershipPage = (props: {
  title: string;
  intro: string;
  children: ReactNode;
}) => {
  const panel = useRef<HTMLDivElement>(null);
  useTabPanel(panel);
  return (
    <Container py="4">
      <WindowTitle />
      <Flex ref={panel} direction="column" gap="5">
        <PolicyBanner />
        <div>
          <Text as="h2" variant="title-small">
            {props.title}
          </Text>
          <Text as="p" color="secondary" className={styles.intro}>
            {props.intro}
          </Text>
        </div>
        {props.children}
      </Flex>
    </Container>
  );
};
