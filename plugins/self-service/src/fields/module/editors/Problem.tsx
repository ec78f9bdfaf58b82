// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { Text } from '@backstage/ui';
import { useId } from 'react';
import type { EditorProps } from './types';

/** Attributes that tie an editor to what is wrong with it. */
export function useProblem(
  props: Pick<EditorProps, 'problem' | 'describedBy'>,
) {
  const { problem, describedBy } = props;
  const problemId = useId();
  const ids = [problem && problemId, describedBy].filter(Boolean).join(' ');
  return {
    problemId,
    isInvalid: problem !== undefined,
    'aria-describedby': ids || undefined,
  };
}

/** What is wrong with a value. */
export const Problem = (props: { id: string; problem?: string }) => {
  const { id, problem } = props;
  if (problem === undefined) return null;
  return (
    <Text as="div" id={id} variant="body-small" color="danger">
      {problem}
    </Text>
  );
};
