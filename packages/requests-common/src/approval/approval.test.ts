// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import type { ApprovalRule, ApprovalStage, RecordedDecision } from '../types';
import {
  type ApprovalInput,
  evaluateApproval,
  mayDecide,
  openDeciders,
} from '.';

const PEOPLE = ['pia', 'tom', 'ada', 'eve', 'kim'].map(
  name => `user:default/${name}`,
);
const REFS = ['group:default/a', 'group:default/b', 'group:default/c'].concat(
  PEOPLE.slice(0, 1),
);
const [PIA, TOM, ADA, EVE] = PEOPLE;
const [GROUP_A, GROUP_B] = REFS;

const NOW = { planDigest: 'new', revision: 2 };

const stages = (
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
const word = (given: Partial<RecordedDecision>): RecordedDecision => ({
  id: `word-${++second}`,
  approverRef: TOM,
  entitledBy: [GROUP_A],
  verdict: 'approved',
  at: new Date(second * 1000).toISOString(),
  ...NOW,
  ...given,
});

const evaluate = (given: Partial<ApprovalInput>) =>
  evaluateApproval({
    rule: stages({}),
    decisions: [],
    requesterRef: PIA,
    authorRefs: [PIA],
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

const inputs: fc.Arbitrary<ApprovalInput> = fc.record({
  rule: fc
    .array(stageArbitrary, { maxLength: 3 })
    .map(given => stages(...given)),
  decisions: words,
  requesterRef: fc.constantFrom(...PEOPLE),
  authorRefs: fc.subarray(PEOPLE, { maxLength: 2 }),
  planDigest: fc.constant('new'),
  revision: fc.constant(2),
});

const samePerson = (one: string, other: string) =>
  one.toLowerCase() === other.toLowerCase();

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

describe('mayDecide', () => {
  const ask = (given: Partial<Parameters<typeof mayDecide>[0]>) =>
    mayDecide({
      rule: stages({ from: [GROUP_A] }, { from: [GROUP_B], count: 2 }),
      decisions: [],
      refs: [TOM, GROUP_A],
      userRef: TOM,
      requesterRef: PIA,
      authorRefs: [PIA, EVE],
      ...NOW,
      ...given,
    });

  it('says in which stages the word counts and what entitles to it', () => {
    expect(ask({})).toEqual({
      allowed: true,
      stages: ['stage-0'],
      entitledBy: [GROUP_A],
    });
    expect(ask({ refs: [TOM, GROUP_B, GROUP_A, 'group:default/x'] })).toEqual({
      allowed: true,
      stages: ['stage-0', 'stage-1'],
      entitledBy: [GROUP_A, GROUP_B],
    });
    expect(ask({ rule: stages({ from: [TOM] }), refs: [] })).toMatchObject({
      allowed: true,
      entitledBy: [TOM],
    });
  });

  it.each<[string, Parameters<typeof ask>[0], string, string]>([
    [
      'the requester, however written',
      { userRef: 'User:default/Pia' },
      'approver-is-requester',
      'The requester "User:default/Pia" cannot decide about their own request. Ask somebody of: group:default/a, group:default/b.',
    ],
    [
      'an author',
      { userRef: EVE },
      'approver-is-author',
      '"user:default/eve" wrote a part of this request and cannot decide about it. Ask somebody of: group:default/a, group:default/b.',
    ],
    [
      'somebody of no stage',
      { refs: [TOM, 'group:default/x'] },
      'approver-not-entitled',
      '"user:default/tom" is in none of the groups that decide now: group:default/a, group:default/b. Ask one of them.',
    ],
    [
      'a pipeline, whatever groups it claims',
      { userRef: 'pipeline:ci', refs: [GROUP_A] },
      'approver-not-entitled',
      '"pipeline:ci" is in none of the groups that decide now: group:default/a, group:default/b. Ask one of them.',
    ],
    [
      'whoever has spoken',
      { decisions: [word({})] },
      'approver-already-decided',
      '"user:default/tom" has decided already ("approved"). The stages that are left are for others: group:default/b.',
    ],
    [
      'a member of a complete stage',
      { decisions: [word({ approverRef: ADA })] },
      'approval-not-awaited',
      'There is nothing to decide about this request: the stages of their groups are complete. Load it again.',
    ],
    [
      'anybody when everything is decided',
      { decisions: [word({ approverRef: ADA, verdict: 'rejected' })] },
      'approval-not-awaited',
      'There is nothing to decide about this request: it is rejected. Load it again.',
    ],
    [
      'anybody when nobody need look',
      { rule: { mode: 'auto', by: ['small-change'] } },
      'approval-not-awaited',
      'There is nothing to decide about this request: small-change says that nobody need look. Load it again.',
    ],
    [
      'anybody when nobody can',
      { rule: { mode: 'none', by: [], message: 'The team has no members.' } },
      'approval-impossible',
      'Nobody can decide about this request: The team has no members.',
    ],
  ])('refuses %s', (_, given, code, because) => {
    expect(ask(given)).toEqual({ allowed: false, code, because });
  });

  it('lets a person change their word while the request is open, also to a no in a complete stage', () => {
    const decisions = [word({})];
    expect(ask({ decisions, verdict: 'approved' })).toMatchObject({
      code: 'approver-already-decided',
    });
    expect(ask({ decisions, verdict: 'rejected' })).toEqual({
      allowed: true,
      stages: ['stage-0'],
      entitledBy: [GROUP_A],
    });
  });

  it('asks again whoever spoke about another revision or plan, or joined another group since', () => {
    for (const old of [{ revision: 1 }, { planDigest: 'old' }]) {
      expect(ask({ decisions: [word(old)] }).allowed).toBe(true);
    }
    expect(ask({ decisions: [word({ lapsed: 'left-group' })] }).allowed).toBe(
      true,
    );
    expect(ask({ decisions: [word({})], refs: [GROUP_A, GROUP_B] })).toEqual({
      allowed: true,
      stages: ['stage-1'],
      entitledBy: [GROUP_A, GROUP_B],
    });
  });

  it('lets nobody in whose approval would not count', () => {
    const memberships = fc.subarray(REFS);
    let allowed = 0;
    fc.assert(
      fc.property(
        inputs,
        fc.constantFrom(...PEOPLE),
        memberships,
        (input, userRef, refs) => {
          const answer = mayDecide({ ...input, userRef, refs });
          const before = evaluateApproval(input);
          const spoken = word({
            approverRef: userRef,
            entitledBy: answer.allowed ? answer.entitledBy : refs,
            at: new Date(100 * 60_000).toISOString(),
          });
          const after = evaluateApproval({
            ...input,
            decisions: [...input.decisions, spoken],
          });
          const moved = after.stages.filter(
            (stage, index) =>
              stage.approvedBy.includes(userRef) &&
              !before.stages[index].approvedBy.some(ref =>
                samePerson(ref, userRef),
              ),
          );
          const open = before.stages
            .filter(stage => stage.state === 'pending')
            .map(({ stage }) => stage.id);
          const filled = moved.map(({ stage }) => stage.id);
          allowed += answer.allowed ? 1 : 0;
          // Every stage that it names is open, and the approval counts there unless it did before.
          for (const id of answer.allowed ? answer.stages : []) {
            expect(open).toContain(id);
            expect(filled).toContain(id);
          }
        },
      ),
      { numRuns: 1000 },
    );
    expect(allowed).toBeGreaterThan(0);
  });
});

describe('openDeciders', () => {
  const rule = stages(
    { from: [GROUP_A, TOM] },
    { from: [GROUP_A, GROUP_B], count: 2 },
  );

  it('names whoever is in an open stage, each once', () => {
    expect(openDeciders(rule, [])).toEqual([GROUP_A, TOM, GROUP_B]);
    expect(openDeciders(rule, [word({})])).toEqual([GROUP_A, GROUP_B]);
  });

  it('names nobody when it is decided or nobody need look', () => {
    expect(openDeciders(rule, [word({ verdict: 'rejected' })])).toEqual([]);
    expect(openDeciders({ mode: 'auto', by: ['x'] }, [])).toEqual([]);
  });

  it('leaves words out that do not count in the context', () => {
    expect(openDeciders(rule, [word({})], { revision: 3 })).toEqual([
      GROUP_A,
      TOM,
      GROUP_B,
    ]);
    expect(openDeciders(rule, [word({})], { authorRefs: [TOM] })).toEqual([
      GROUP_A,
      TOM,
      GROUP_B,
    ]);
  });
});
