// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  Problem,
  ProblemPath,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { createContext, useContext, useId } from 'react';
import { isAt } from './problems';

/** The problems of the form that fields are in. */
export const ProblemsContext = createContext<readonly Problem[]>([]);

/** What is wrong with the field at a path, and the attributes that tie it to the words. */
export function useField(path: ProblemPath, options: { own?: boolean } = {}) {
  const all = useContext(ProblemsContext);
  const id = useId();
  const problems = all.filter(found =>
    options.own
      ? isAt(found.path, path) && found.path.length === path.length
      : isAt(found.path, path),
  );
  return {
    id,
    problems,
    attributes: {
      isInvalid: problems.some(({ severity }) => severity === 'error'),
      'aria-describedby': problems.length > 0 ? id : undefined,
    },
  };
}
