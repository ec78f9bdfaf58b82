// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import type {
  ApprovalRule,
  ApprovalStage,
  RecordedDecision,
} from '../../types';
import type { ApprovalInput } from '..';

export const PEOPLE = ['pia', 'tom', 'ada', 'eve', 'kim'].map(
  name => `user:default/${name}`,
);
export const REFS = [
  'group:default/a',
  'group:default/b',
  'group:default/c',
].concat(PEOPLE.slice(0, 1));
export const [PIA, TOM, ADA, EVE] = PEOPLE;
export const [GROUP_A, GROUP_B] = REFS;

/** The plan that is decided about. */
export const NOW = { planDigest: 'new', revision: 2 };

/** A rule: one person of group A in each stage, unless it says something else. */
export const stages = (
  ...given: Partial<ApprovalStage>[]
): Extract<ApprovalRule, { mode: 'stages' }> => ({
  mode: 'stages',
  by: ['owners-decide'],
  stages: given.map((stage, index) => ({
    id: `stage-${index}`,
    from: [GROUP_A],
    count: 1,
    rejectAfter: 1,
    ...stage,
  })),
});

let second = 0;
/** An approval by Tom that counts, unless it says something else; each a second after the last. */
export const word = (given: Partial<RecordedDecision>): RecordedDecision => ({
  id: `word-${++second}`,
  approverRef: TOM,
  entitledBy: [GROUP_A],
  verdict: 'approved',
  at: new Date(second * 1000).toISOString(),
  ...NOW,
  ...given,
});

const stageArbitrary: fc.Arbitrary<ApprovalStage> = fc.record({
  id: fc.constantFrom('one', 'two', 'three'),
  from: fc.subarray(REFS, { minLength: 1 }),
  count: fc.integer({ min: 1, max: 3 }),
  rejectAfter: fc.integer({ min: 1, max: 3 }),
});

const decisionArbitrary: fc.Arbitrary<RecordedDecision> = fc.record(
  {
    id: fc.uuid(),
    approverRef: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...PEOPLE) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('pipeline:ci', 'User:Default/Pia'),
      },
    ),
    entitledBy: fc.subarray(REFS, { minLength: 1 }),
    verdict: fc.oneof(
      { weight: 5, arbitrary: fc.constant('approved' as const) },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          'rejected' as const,
          'changes-requested' as const,
        ),
      },
    ),
    planDigest: mostly('new', 'old'),
    revision: mostly(2, 1),
    at: fc
      .integer({ min: 0, max: 20 })
      .map(minutes => new Date(minutes * 60_000).toISOString()),
    lapsed: fc.constantFrom('revised' as const, 'left-group' as const),
  },
  {
    requiredKeys: [
      'id',
      'approverRef',
      'entitledBy',
      'verdict',
      'planDigest',
      'revision',
      'at',
    ],
  },
);

/** Without `lapsed` in seven cases of eight. */
const words = fc.array(
  fc
    .tuple(decisionArbitrary, fc.nat(7))
    .map(([decision, lapses]) =>
      lapses === 0 ? decision : { ...decision, lapsed: undefined },
    ),
  { maxLength: 14, size: 'max' },
);

function mostly<T>(usual: T, other: T): fc.Arbitrary<T> {
  return fc.oneof(
    { weight: 8, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constant(other) },
  );
}

/** Every rule with stages, with words of all kinds. */
export const inputs: fc.Arbitrary<ApprovalInput> = fc.record({
  rule: fc
    .array(stageArbitrary, { maxLength: 3 })
    .map(given => stages(...given)),
  decisions: words,
  requesterRef: fc.constantFrom(...PEOPLE),
  authorRefs: fc.subarray(PEOPLE, { maxLength: 2 }),
  planDigest: fc.constant('new'),
  revision: fc.constant(2),
});

export const samePerson = (one: string, other: string) =>
  one.toLowerCase() === other.toLowerCase();
