// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { Flex, Skeleton, VisuallyHidden } from '@backstage/ui';

/** The shape of a heading and a table, while they load. */
export const LoadingRows = (props: { children: string }) => (
  <div role="status">
    <VisuallyHidden>{props.children}</VisuallyHidden>
    <Flex direction="column" gap="3" aria-hidden="true">
      <Skeleton width="40%" height={28} />
      <Skeleton width="100%" height={240} />
    </Flex>
  </div>
);
