// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import type { ApprovalStage } from '../types';
import { type ApprovalInput, evaluateApproval } from '.';
import {
  ADA,
  EVE,
  GROUP_A,
  GROUP_B,
  inputs,
  NOW,
  PEOPLE,
  PIA,
  samePerson,
  stages,
  TOM,
  word,
} from './__testUtils__/words';

const evaluate = (given: Partial<ApprovalInput>) =>
  evaluateApproval({
    rule: stages({}),
    decisions: [],
    requesterRef: PIA,
    authorRefs: [PIA],
    ...NOW,
    ...given,
  });

/** The rule once more, said of every person and every word without any of the implementation's steps. */
function definition({
  rule,
  decisions,
  requesterRef,
  authorRefs,
}: ApprovalInput): string {
  if (rule.mode !== 'stages') throw new Error('not asked here');
  const spokenBy = (person: string) =>
    decisions.flatMap((decision, index) =>
      samePerson(decision.approverRef, person) &&
      !decision.lapsed &&
      decision.planDigest === 'new' &&
      decision.revision === 2
        ? [{ ...decision, index }]
        : [],
    );
  const finalWord = (person: string) =>
    spokenBy(person).find(one =>
      spokenBy(person).every(
        other =>
          other.at < one.at ||
          (other.at === one.at && other.index <= one.index),
      ),
    );
  const people = PEOPLE.filter(
    person => person !== requesterRef && !authorRefs.includes(person),
  );
  const count = (stage: ApprovalStage, verdict: string) =>
    people.filter(person => {
      const final = finalWord(person);
      return (
        final?.verdict === verdict &&
        final.entitledBy.some(ref => stage.from.includes(ref))
      );
    }).length;

  if (rule.stages.some(s => count(s, 'rejected') >= s.rejectAfter)) {
    return 'rejected';
  }
  return rule.stages.length > 0 &&
    rule.stages.every(s => count(s, 'approved') >= s.count)
    ? 'approved'
    : 'pending';
}

describe('evaluateApproval', () => {
  it('agrees with its definition', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(inputs, input => {
        const { state } = evaluateApproval(input);
        expect(state).toBe(definition(input));
        seen.add(state);
      }),
      { numRuns: 2000 },
    );
    expect([...seen].sort()).toEqual(['approved', 'pending', 'rejected']);
  });

  it('never counts the requester, an author or what is no person, however they are written', () => {
    fc.assert(
      fc.property(inputs, input => {
        const excluded = [input.requesterRef, ...input.authorRefs];
        for (const stage of evaluateApproval(input).stages) {
          for (const ref of [...stage.approvedBy, ...stage.rejectedBy]) {
            expect(ref).toMatch(/^user:/i);
            expect(excluded).not.toContain(ref.toLowerCase());
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('needs as many distinct people in each stage as the stage says', () => {
    fc.assert(
      fc.property(inputs, input => {
        for (const stage of evaluateApproval(input).stages) {
          const people = stage.approvedBy.map(ref => ref.toLowerCase());
          expect(new Set(people).size).toBe(people.length);
          expect(stage.state === 'approved').toBe(
            people.length >= stage.stage.count &&
              stage.rejectedBy.length < stage.stage.rejectAfter,
          );
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('does not care in which order different people are listed', () => {
    fc.assert(
      fc.property(
        inputs.chain(input =>
          fc.tuple(
            fc.constant(input),
            fc.shuffledSubarray(PEOPLE, { minLength: PEOPLE.length }),
          ),
        ),
        ([input, order]) => {
          // A person's own words keep their order.
          const known = order.flatMap(person =>
            input.decisions.filter(one => samePerson(one.approverRef, person)),
          );
          const others = input.decisions.filter(
            one => one.approverRef === 'pipeline:ci',
          );
          expect(
            evaluateApproval({ ...input, decisions: [...others, ...known] }),
          ).toEqual(evaluateApproval(input));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('counts one word in every stage that entitles its speaker', () => {
    const rule = stages({ from: [GROUP_A] }, { from: [GROUP_B] });
    const both = word({ entitledBy: [GROUP_A, GROUP_B] });
    expect(evaluate({ rule, decisions: [both] }).state).toBe('approved');
    const one = word({ entitledBy: [GROUP_B] });
    expect(evaluate({ rule, decisions: [one] })).toMatchObject({
      state: 'pending',
      stages: [
        { state: 'pending', approvedBy: [] },
        { state: 'approved', approvedBy: [TOM] },
      ],
    });
  });

  it('takes the last word of a person, also when an older one is listed after it', () => {
    const yes = word({});
    const later = word({ verdict: 'changes-requested' });
    expect(evaluate({ decisions: [yes, later] }).state).toBe('pending');
    expect(evaluate({ decisions: [later, yes] }).state).toBe('pending');
  });

  it('rejects after as many rejections as the stage says, whatever was approved', () => {
    const rule = stages({ rejectAfter: 2 });
    const no = (approverRef: string) =>
      word({ approverRef, verdict: 'rejected' });
    const decisions = [no(TOM), word({ approverRef: EVE })];
    expect(evaluate({ rule, decisions }).state).toBe('approved');
    decisions.push(no(ADA));
    expect(evaluate({ rule, decisions }).state).toBe('rejected');
  });

  it('approves automatically by a named rule only', () => {
    expect(evaluate({ rule: { mode: 'auto', by: ['small-change'] } })).toEqual({
      state: 'auto',
      stages: [],
      by: ['small-change'],
    });
    expect(evaluate({ rule: { mode: 'auto', by: [] } }).state).toBe('pending');
  });

  it('approves nothing by a rule without stages, without people or without a number', () => {
    const decisions = [word({})];
    expect(evaluate({ rule: stages(), decisions }).state).toBe('pending');
    expect(
      evaluate({ rule: { mode: 'none', by: [], message: 'x' }, decisions })
        .state,
    ).toBe('pending');
    expect(evaluate({ rule: stages({ count: 0 }) }).state).toBe('pending');
    expect(
      evaluate({ rule: stages({ count: Number.NaN }), decisions }).state,
    ).toBe('pending');
    expect(
      evaluate({ rule: stages({ rejectAfter: 0 }), decisions }).state,
    ).toBe('approved');
  });
});
