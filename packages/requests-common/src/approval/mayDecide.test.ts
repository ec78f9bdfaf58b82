// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import { evaluateApproval, mayDecide } from '.';
import {
  ADA,
  EVE,
  GROUP_A,
  GROUP_B,
  inputs,
  NOW,
  PEOPLE,
  PIA,
  REFS,
  samePerson,
  stages,
  TOM,
  word,
} from './__testUtils__/words';

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
