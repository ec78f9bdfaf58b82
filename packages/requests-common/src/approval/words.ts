// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RecordedDecision } from '../types';
import { folded, isPerson } from './refs';

/** What a request is at, as far as it says which words count. @public */
export interface ApprovalContext {
  requesterRef: string;
  /** Whoever wrote a revision. */
  authorRefs: readonly string[];
  /** Of the present plan; words about another one do not count. */
  planDigest: string;
  /** The present one; words about another one do not count. */
  revision: number;
}

/** Of two of the same moment the later one in the list is the last word. */
const isBefore = (one: RecordedDecision, other: RecordedDecision) =>
  Date.parse(one.at) < Date.parse(other.at);

/** The words that count, one of each person; what the context leaves out is not asked for. */
export function lastWords(
  decisions: readonly RecordedDecision[],
  context: Partial<ApprovalContext>,
): RecordedDecision[] {
  const { requesterRef, authorRefs = [], planDigest, revision } = context;
  const excluded = new Set([requesterRef ?? '', ...authorRefs].map(folded));
  const last = new Map<string, RecordedDecision>();
  for (const decision of decisions) {
    const person = folded(decision.approverRef);
    const counts =
      decision.lapsed === undefined &&
      (planDigest ?? decision.planDigest) === decision.planDigest &&
      (revision ?? decision.revision) === decision.revision &&
      isPerson(person) &&
      !excluded.has(person);
    const earlier = last.get(person);
    if (counts && !(earlier && isBefore(decision, earlier))) {
      last.set(person, decision);
    }
  }
  return [...last.values()].sort(
    (one, other) =>
      Date.parse(one.at) - Date.parse(other.at) ||
      one.approverRef.localeCompare(other.approverRef),
  );
}
