// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  planFromFiles,
  validateFile,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { EXIT } from '../exit';
import { readDocument } from './readDocument';
import { print, printJson, wordsOfPlan, wordsOfProblems } from './words';

/** Options of `kafka plan` against files, as commander hands them over. */
export interface PlanFilesOptions {
  observed: string;
  json?: boolean;
}

/** Plans from two files, without a cluster or a portal; a refused plan ends with 1 and its codes. */
export async function planFiles(
  desired: string,
  { observed, json }: PlanFilesOptions,
): Promise<number> {
  const outcome = planFromFiles({
    observed: await readDocument(observed),
    desired: await readDocument(desired),
  });
  if (json) {
    printJson(
      outcome.outcome === 'planned'
        ? { outcome: 'planned', ...outcome.plan, problems: outcome.problems }
        : outcome,
    );
  } else if (outcome.outcome === 'planned') {
    print([...wordsOfProblems(outcome.problems), ...wordsOfPlan(outcome.plan)]);
  } else {
    print([
      ...wordsOfProblems(outcome.problems),
      `Refused: ${outcome.codes.join(', ')}`,
    ]);
  }
  return outcome.outcome === 'planned' ? EXIT.ok : EXIT.refused;
}

/** Checks files of desired resources by themselves: their shape, names, sizes and configs. */
export async function validateFiles(
  paths: readonly string[],
  { json }: { json?: boolean },
): Promise<number> {
  const files = [];
  for (const path of paths) {
    const problems = validateFile({ desired: await readDocument(path) });
    files.push({ path, problems });
  }
  const errors = files.flatMap(({ problems }) =>
    problems.filter(({ severity }) => severity === 'error'),
  );
  if (json) printJson({ valid: errors.length === 0, files });
  else {
    print([
      ...files.flatMap(({ path, problems }) =>
        wordsOfProblems(problems).map(line => `${path}: ${line}`),
      ),
      errors.length
        ? `Refused: ${[...new Set(errors.map(({ code }) => code))].join(', ')}`
        : `${files.length} ${files.length === 1 ? 'file' : 'files'} valid`,
    ]);
  }
  return errors.length ? EXIT.refused : EXIT.ok;
}
