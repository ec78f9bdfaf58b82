// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import { isRefusal, refusalError } from '../refusal';
import type { Decision, Execution, StageProgress } from '../types';
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

const stage = (state: StageProgress['state']): StageProgress => ({
  stage: { id: 'owners', from: ['group:default/a'], count: 1, rejectAfter: 1 },
  approvedBy: [],
  rejectedBy: [],
  state,
});

const PLAIN = [
  'submit',
  'discard',
  'draft-expire',
  'revise',
  'supersede',
  'reject',
  'request-changes',
  'cancel',
  'expire',
  'start',
  'wait',
  'resume',
  'succeed',
  'fail',
  'partially-apply',
  'retry',
  'compensate',
] as const satisfies StateEventType[];

const APPROVE: StateEvent = { type: 'approve', stages: [stage('approved')] };
const AUTO: StateEvent = { type: 'auto-approve', by: ['small-change'] };
const founded: StateEvent[] = [...PLAIN.map(type => ({ type })), APPROVE, AUTO];
const unfounded: StateEvent[] = [
  { type: 'approve', stages: [] },
  { type: 'approve', stages: [stage('approved'), stage('pending')] },
  { type: 'approve', stages: [stage('rejected')] },
  { type: 'auto-approve', by: [] },
  { type: 'auto-approve', by: [' '] },
];

const all = [...founded, ...unfounded];

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

/** Every edge of the documentation, written down a second time: `from event to`; a star only before anything irreversible. */
const DOCUMENTED = `
  draft submit pending
  draft discard cancelled
  draft draft-expire expired
  draft revise draft
  pending revise pending
  pending supersede pending
  pending auto-approve approved/queued
  pending approve approved/queued
  pending reject rejected
  pending request-changes changes-requested
  pending cancel cancelled
  pending expire expired
  changes-requested revise pending
  changes-requested supersede changes-requested
  changes-requested reject rejected
  changes-requested cancel cancelled
  changes-requested expire expired
  approved/queued revise pending *
  approved/queued supersede pending *
  approved/queued cancel approved/compensated *
  approved/queued compensate approved/compensated *
  approved/queued start approved/running
  approved/running revise pending *
  approved/running supersede pending *
  approved/running wait approved/waiting
  approved/running succeed approved/succeeded
  approved/running fail approved/failed
  approved/running partially-apply approved/partially-applied
  approved/waiting revise pending *
  approved/waiting supersede pending *
  approved/waiting cancel approved/compensated *
  approved/waiting compensate approved/compensated *
  approved/waiting resume approved/running
  approved/waiting succeed approved/succeeded
  approved/waiting fail approved/failed
  approved/waiting partially-apply approved/partially-applied
  approved/failed revise pending *
  approved/failed supersede pending *
  approved/failed retry approved/queued
  approved/partially-applied retry approved/queued
`;

const named = ({ decision, execution }: NextState) =>
  execution === 'none' ? decision : `${decision}/${execution}`;

const edges = new Map(
  DOCUMENTED.trim()
    .split('\n')
    .map(line => {
      const [from, event, to, star] = line.trim().split(' ');
      return [`${from} ${event}`, { to, onlyBefore: star === '*' }];
    }),
);
const documentedStates = new Set(
  [...edges].flatMap(([key, { to }]) => [key.split(' ')[0], to]),
);

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

const DRAFT: RequestState = {
  decision: 'draft',
  execution: 'none',
  irreversibleBegun: false,
};

interface Seen {
  before: RequestState;
  event: StateEvent;
  result: ReturnType<typeof transition>;
  after: RequestState;
}

/** A choice of the next event: among all, or among those that are not refused, so that a walk gets somewhere. */
interface Choice {
  index: number;
  isGuided: boolean;
}

const known = new Map<string, StateEvent[]>();

function allowedIn(state: RequestState): StateEvent[] {
  const key = JSON.stringify(state);
  const allowed =
    known.get(key) ?? all.filter(event => !isRefusal(transition(state, event)));
  known.set(key, allowed);
  return allowed;
}

/** Walks as the engine does, from a draft; a running step may begin what cannot be undone. */
function walk(choices: Choice[]): Seen[] {
  let state = DRAFT;
  return choices.map(({ index, isGuided }) => {
    if (state.execution === 'running' && index % 3 === 0) {
      state = { ...state, irreversibleBegun: true };
    }
    const before = Object.freeze({ ...state });
    const allowed = allowedIn(before);
    const events = isGuided && allowed.length > 0 ? allowed : all;
    const event = events[index % events.length];
    const result = transition(before, event);
    if (!isRefusal(result)) state = { ...state, ...result };
    return { before, event, result, after: state };
  });
}

const choices = fc.array(
  fc.record({ index: fc.nat(), isGuided: fc.boolean() }),
  { minLength: 10, maxLength: 40, size: 'max' },
);

/** Checks every walk, and that the walks came to what is checked. */
function checkWalks(check: (walked: Seen[]) => number) {
  let checked = 0;
  fc.assert(
    fc.property(choices, sequence => {
      checked += check(walk(sequence));
    }),
    { numRuns: 300 },
  );
  expect(checked).toBeGreaterThan(0);
}

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
