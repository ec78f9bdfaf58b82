// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { Flex, Text } from '@backstage/ui';
import { ReactNode, useId } from 'react';

/** A part of the page with its heading. */
export const Section = (props: { title: string; children: ReactNode }) => {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Flex direction="column" gap="3">
        <Text as="h3" id={id} variant="title-x-small">
          {props.title}
        </Text>
        {props.children}
      </Flex>
    </section>
  );
};
