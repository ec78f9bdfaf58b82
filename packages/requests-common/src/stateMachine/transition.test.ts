// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import { isRefusal, refusalError } from '../refusal';
import type { Decision, Execution } from '../types';
import {
  hasEnded,
  nextDecision,
  nextExecution,
  type NextState,
  type RequestState,
  type StateEvent,
  type StateEventType,
  transition,
} from '.';
import { documentedStates, edges, named } from './__testUtils__/documented';
import { all, APPROVE, AUTO, founded, stage } from './__testUtils__/events';
import { checkWalks, DRAFT } from './__testUtils__/walks';

const DECISIONS: Decision[] = [
  'draft',
  'pending',
  'changes-requested',
  'approved',
  'rejected',
  'cancelled',
  'expired',
];
const EXECUTIONS: Execution[] = [
  'none',
  'queued',
  'running',
  'waiting',
  'succeeded',
  'failed',
  'partially-applied',
  'compensated',
];

/** Events that decide, or take a decision back. */
const DECIDING: StateEventType[] = [
  'submit',
  'approve',
  'auto-approve',
  'revise',
  'supersede',
  'request-changes',
  'reject',
];

describe('transition', () => {
  it('goes exactly the documented ways, from every state with every event', () => {
    for (const decision of DECISIONS) {
      for (const execution of EXECUTIONS) {
        for (const irreversibleBegun of [false, true]) {
          const state = { decision, execution, irreversibleBegun };
          for (const event of founded) {
            const edge = edges.get(`${named(state)} ${event.type}`);
            const result = transition(state, event);
            const isStored =
              documentedStates.has(named(state)) &&
              !(irreversibleBegun && execution === 'none') &&
              !(irreversibleBegun && execution === 'compensated');
            const expected =
              isStored && edge && !(edge.onlyBefore && irreversibleBegun)
                ? edge.to
                : 'refused';
            expect(
              `${named(state)} ${event.type} ${
                isRefusal(result) ? 'refused' : named(result)
              }`,
            ).toBe(`${named(state)} ${event.type} ${expected}`);
          }
        }
      }
    }
  });

  it('reaches exactly the documented states', () => {
    const reached = new Set<string>();
    const queue = [DRAFT];
    for (const state of queue) {
      const key = `${named(state)} ${state.irreversibleBegun}`;
      if (reached.has(key)) continue;
      reached.add(key);
      if (state.execution === 'running') {
        queue.push({ ...state, irreversibleBegun: true });
      }
      for (const event of all) {
        const result = transition(state, event);
        if (!isRefusal(result)) queue.push({ ...state, ...result });
      }
    }
    expect(new Set([...reached].map(key => key.split(' ')[0]))).toEqual(
      documentedStates,
    );
    expect(documentedStates.size).toBe(13);
  });

  it('executes nothing without an approval or a named rule', () => {
    checkWalks(walked => {
      const executing = walked.filter(
        ({ after }) => after.execution !== 'none',
      );
      for (const { after } of executing) {
        const until = walked.slice(
          0,
          walked.findIndex(seen => seen.after === after) + 1,
        );
        // The last word before it is an approval with complete stages, or a rule with its id.
        const words = until.filter(
          ({ result, event }) =>
            !isRefusal(result) && DECIDING.includes(event.type),
        );
        expect([APPROVE, AUTO]).toContain(words.at(-1)?.event);
        expect(after.decision).toBe('approved');
      }
      return executing.length;
    });
  });

  it('never changes what has ended', () => {
    checkWalks(walked => {
      const ended = walked.filter(({ before }) => hasEnded(before));
      for (const { before, result, after } of ended) {
        expect(result).toMatchObject({ code: 'request-ended' });
        expect(after).toEqual(before);
      }
      return ended.length;
    });
  });

  it('has the ends that are documented, and no others', () => {
    const ended = [...documentedStates].filter(name => {
      const [decision, execution = 'none'] = name.split('/');
      return hasEnded({ decision, execution } as NextState);
    });
    expect(ended.sort()).toEqual([
      'approved/compensated',
      'approved/succeeded',
      'cancelled',
      'expired',
      'rejected',
    ]);
  });

  it('puts nothing back once something irreversible has begun', () => {
    checkWalks(walked => {
      const begun = walked.filter(({ before }) => before.irreversibleBegun);
      for (const { after } of begun) {
        expect(after.decision).toBe('approved');
        expect(['none', 'compensated']).not.toContain(after.execution);
      }
      return begun.length;
    });
  });

  it('leaves the state alone with every refusal, and says code, state and next step', () => {
    checkWalks(walked => {
      const refused = walked.filter(({ result }) => isRefusal(result));
      for (const { before, result, after } of refused) {
        expect(after).toEqual(before);
        expect(result).toEqual({
          code: expect.stringMatching(/^(request|approval)-[a-z-]+$/),
          message: expect.not.stringMatching(/[{}]|undefined/),
        });
      }
      return refused.length;
    });
  });

  it('ends an approved request with a cancel and leaves its decision', () => {
    expect(
      transition(
        {
          decision: 'approved',
          execution: 'waiting',
          irreversibleBegun: false,
        },
        { type: 'cancel' },
      ),
    ).toEqual({ decision: 'approved', execution: 'compensated' });
  });

  it.each<[string, RequestState, StateEvent, string, string]>([
    [
      'a second approval',
      { decision: 'approved', execution: 'queued', irreversibleBegun: false },
      APPROVE,
      'request-not-in-state',
      'The request cannot be approved while it is "approved, queued": it has to be pending. Load it again and see what became of it.',
    ],
    [
      'a cancel after the merge',
      { decision: 'approved', execution: 'running', irreversibleBegun: true },
      { type: 'cancel' },
      'request-irreversible',
      'The request cannot be cancelled: a step that cannot be undone has begun (it is "approved, running"). Let it come to its end, then make a new request.',
    ],
    [
      'a cancel while a step runs',
      { decision: 'approved', execution: 'running', irreversibleBegun: false },
      { type: 'cancel' },
      'request-not-in-state',
      'The request cannot be cancelled while it is "approved, running": it has to be undecided or queued or waiting. Load it again and see what became of it.',
    ],
    [
      'a revision after the merge',
      { decision: 'approved', execution: 'failed', irreversibleBegun: true },
      { type: 'revise' },
      'request-irreversible',
      'The request cannot be revised: a step that cannot be undone has begun (it is "approved, failed"). Let it come to its end, then make a new request.',
    ],
    [
      'a submission of what was rejected',
      { decision: 'rejected', execution: 'none', irreversibleBegun: false },
      { type: 'submit' },
      'request-ended',
      'The request cannot be submitted: it is "rejected", and that is final. Make a new request.',
    ],
    [
      'an approval with an open stage',
      { decision: 'pending', execution: 'none', irreversibleBegun: false },
      { type: 'approve', stages: [stage('pending')] },
      'approval-incomplete',
      'The request cannot be approved yet: the stages "owners" are not complete. Wait for the others who have to decide.',
    ],
    [
      'an approval by no rule',
      { decision: 'pending', execution: 'none', irreversibleBegun: false },
      { type: 'auto-approve', by: [] },
      'approval-rule-missing',
      'The request cannot be approved by "auto-approve": no rule is named that allows it. Let the policy name the rule, or people decide.',
    ],
    [
      'anything of a row that was tampered with',
      { decision: 'pending', execution: 'running', irreversibleBegun: false },
      { type: 'succeed' },
      'request-state-impossible',
      'The request is stored as "pending, execution running", which no sequence of events leads to, so nothing is done with it. Report this with its history.',
    ],
  ])('refuses %s', (_, state, event, code, message) => {
    const result = transition(state, event);
    expect(result).toEqual({ code, message });
    const error = isRefusal(result) && refusalError(result);
    expect(error).toMatchObject({ name: 'ConflictError', code, message });
  });

  it.each(['revise', 'supersede'] as const)(
    'refuses to %s in either half once something irreversible has begun',
    type => {
      const state: RequestState = {
        decision: 'approved',
        execution: 'waiting',
        irreversibleBegun: true,
      };
      const refused = { code: 'request-irreversible' };
      expect(nextDecision(state, { type })).toMatchObject(refused);
      expect(nextExecution(state, { type })).toMatchObject(refused);
    },
  );

  it('allows what each of its two halves allows', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...DECISIONS),
        fc.constantFrom(...EXECUTIONS),
        fc.boolean(),
        fc.constantFrom(...all),
        (decision, execution, irreversibleBegun, event) => {
          const state = { decision, execution, irreversibleBegun };
          const halves = [
            nextDecision(state, event),
            nextExecution(state, event),
          ];
          const result = transition(state, event);
          const refused = halves.find(half => typeof half !== 'string');
          expect(result).toEqual(
            refused ?? { decision: halves[0], execution: halves[1] },
          );
        },
      ),
    );
  });
});
