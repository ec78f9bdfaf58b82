// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { Flex, Skeleton, VisuallyHidden } from '@backstage/ui';

/** The shape of an answer: a sentence and a table. */
export const AnswerSkeleton = (props: {
  /** What is being waited for, in words. */
  label: string;
}) => (
  <div role="status">
    <VisuallyHidden>{props.label}</VisuallyHidden>
    <Flex direction="column" gap="3" aria-hidden="true">
      <Skeleton width="40%" height={24} />
      <Skeleton width="100%" height={120} />
    </Flex>
  </div>
);
