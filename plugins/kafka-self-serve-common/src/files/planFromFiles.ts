// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { TopicConfigDefinitions } from '../configs/types';
import { planChanges } from '../planner/plan';
import type { PlanOutcome } from '../planner/types';
import { desiredOfWhole } from '../planner/wholeState';
import { below, type Problem } from '../problems';
import { parseWith } from '../schemas/requests';
import { desiredFileSchema, observedFileSchema } from './schemas';

/**
 * Plans from two documents, without a cluster. The desired one is whole: what
 * is observed in a section of it and not desired goes, internal topics aside; a
 * section that is left out is not touched. A file that cannot be read is a
 * refused plan with the code `payload-invalid`.
 *
 * @public
 */
export function planFromFiles(options: {
  /** `{ topics, acls, subjects, brokers?, groups? }`, parsed from YAML or JSON. */
  observed: unknown;
  /** `{ topics, acls, subjects }`, parsed from YAML or JSON. */
  desired: unknown;
  definitions?: TopicConfigDefinitions;
  tieredStorage?: boolean;
}): PlanOutcome {
  const desired = parseWith(desiredFileSchema, options.desired);
  const observed = parseWith(observedFileSchema, options.observed);
  if (!desired.success || !observed.success) {
    const problems = [
      ...problemsOf('desired', desired),
      ...problemsOf('observed', observed),
    ];
    return { outcome: 'refused', codes: ['payload-invalid'], problems };
  }
  const { definitions, tieredStorage } = options;
  const outcome = planChanges({
    desired: desiredOfWhole({ whole: desired.data, observed: observed.data }),
    observed: observed.data,
    definitions,
    tieredStorage,
  });
  return {
    ...outcome,
    problems: below(['desired'], outcome.problems),
  };
}

/** What is wrong with a desired document by itself: its shape, names, sizes and configs. @public */
export function validateFile(options: {
  /** `{ topics, acls, subjects }`, parsed from YAML or JSON. */
  desired: unknown;
  definitions?: TopicConfigDefinitions;
  tieredStorage?: boolean;
}): Problem[] {
  // For a cluster with nothing in it everything is new, and is checked.
  const observed = { topics: [], acls: [], subjects: [] };
  return planFromFiles({ ...options, observed }).problems;
}

function problemsOf(
  file: string,
  parsed: { success: true } | { success: false; problems: Problem[] },
): Problem[] {
  return parsed.success ? [] : below([file], parsed.problems);
}
