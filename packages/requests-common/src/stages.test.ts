// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { progressOf } from './stages';
import type {
  RecordedDecision,
  RequestDetail,
  RequestEvent,
  RequestStep,
} from './types';

const PIA = 'user:default/pia';
const TOM = 'user:default/tom';

const step = (
  phase: RequestStep['phase'],
  id: string,
  given: Partial<RequestStep> = {},
): RequestStep => ({
  id,
  phase,
  title: `Step ${id}`,
  status: 'pending',
  irreversible: false,
  attempt: 0,
  ...given,
});

const DONE = { status: 'done', endedAt: '2026-11-22T10:01:00Z' } as const;

const word = (given: Partial<RecordedDecision> = {}): RecordedDecision => ({
  id: 'word',
  approverRef: TOM,
  entitledBy: ['group:default/a'],
  verdict: 'approved',
  planDigest: 'd',
  revision: 1,
  at: '2026-11-22T11:00:00Z',
  ...given,
});

const NO = { allowed: false };

const request = (given: Partial<RequestDetail>): RequestDetail => ({
  id: 'one',
  number: 1,
  kind: 'change',
  operation: 'create',
  title: 'Order a database',
  resourceRefs: [],
  requesterRef: PIA,
  decision: 'pending',
  execution: 'none',
  revision: 1,
  waitingForMe: false,
  createdAt: '2026-11-22T09:00:00Z',
  submittedAt: '2026-11-22T10:00:00Z',
  updatedAt: '2026-11-22T10:00:00Z',
  payload: {},
  plan: {},
  planDigest: 'd',
  view: {},
  risks: [],
  checks: [],
  approval: { mode: 'stages', by: [], stages: [] },
  stages: [],
  decisions: [],
  authorRefs: [PIA],
  steps: [step('submit', 'push', DONE)],
  links: [],
  outputs: {},
  rowVersion: 1,
  actions: {
    submit: NO,
    discard: NO,
    revise: NO,
    approve: NO,
    reject: NO,
    'request-changes': NO,
    cancel: NO,
    retry: NO,
    comment: NO,
  },
  ...given,
});

const event = (type: string, actorRef = PIA): RequestEvent => ({
  requestId: 'one',
  sequence: 1,
  type,
  actorRef,
  at: '2026-11-22T12:00:00Z',
  data: {},
  prevHash: '',
  hash: '',
});

const told = (...given: Parameters<typeof progressOf>) =>
  progressOf(...given).map(({ id, status }) => `${id} ${status}`);
const decisionOf = (...given: Parameters<typeof progressOf>) =>
  progressOf(...given).find(({ id }) => id === 'decision');

describe('progressOf', () => {
  it('begins with the draft', () => {
    const draft = request({
      decision: 'draft',
      submittedAt: undefined,
      steps: [],
    });
    expect(told(draft)).toEqual([
      'requested current',
      'decision upcoming',
      'execution upcoming',
    ]);
    expect(progressOf(draft)[0]).toMatchObject({
      at: '2026-11-22T09:00:00Z',
      actorRefs: [PIA],
    });
  });

  it('awaits the decision when the steps of the submission are done', () => {
    const running = step('submit', 'push', {
      status: 'running',
      startedAt: '2026-11-22T10:00:30Z',
    });
    expect(told(request({ steps: [running] }))).toEqual([
      'requested done',
      'submit/push current',
      'decision upcoming',
      'execution upcoming',
    ]);
    expect(told(request({}))).toContain('decision current');
  });

  it('names who has approved so far, without a time', () => {
    const stage = { id: 'a', from: [], count: 2, rejectAfter: 1 };
    const pending = request({
      stages: [
        { stage, approvedBy: [TOM], rejectedBy: [], state: 'pending' },
        { stage, approvedBy: [TOM], rejectedBy: [], state: 'pending' },
      ],
      decisions: [word()],
    });
    expect(decisionOf(pending)).toEqual({
      id: 'decision',
      kind: 'decision',
      status: 'current',
      actorRefs: [TOM],
    });
  });

  it('goes through the steps to the verification', () => {
    const approved = request({
      decision: 'approved',
      execution: 'waiting',
      decisions: [
        word({ id: 'old', at: '2026-11-22T10:30:00Z', lapsed: 'revised' }),
        word(),
      ],
      steps: [
        step('submit', 'push', DONE),
        step('execute', 'merge', DONE),
        step('execute', 'apply', {
          status: 'waiting',
          startedAt: '2026-11-22T11:02:00Z',
          waitingFor: 'the pipeline',
        }),
        step('execute', 'verify'),
      ],
    });
    expect(told(approved)).toEqual([
      'requested done',
      'submit/push done',
      'decision done',
      'execute/merge done',
      'execute/apply waiting',
      'execute/verify upcoming',
    ]);
    expect(progressOf(approved).slice(2)).toMatchObject([
      { at: '2026-11-22T11:00:00Z', actorRefs: [TOM] },
      { title: 'Step merge', at: '2026-11-22T10:01:00Z' },
      { at: '2026-11-22T11:02:00Z', note: 'the pipeline' },
      { kind: 'verify' },
    ]);
  });

  it('says by which rule nobody had to look', () => {
    const auto = request({
      decision: 'approved',
      execution: 'queued',
      approval: { mode: 'auto', by: ['small-change'] },
    });
    expect(decisionOf(auto)).toEqual({
      id: 'decision',
      kind: 'decision',
      status: 'done',
      at: '2026-11-22T10:00:00Z',
      actorRefs: [],
      note: 'small-change',
    });
    const events = [event('auto-approved', 'system')];
    expect(decisionOf(auto, events)?.at).toBe('2026-11-22T12:00:00Z');
  });

  it('says what failed and why', () => {
    const failed = request({
      decision: 'approved',
      execution: 'failed',
      steps: [
        step('execute', 'merge', {
          status: 'failed',
          failure: { code: 'x', message: 'It conflicts.', retryable: true },
        }),
        step('execute', 'verify'),
      ],
    });
    expect(progressOf(failed).at(-2)).toMatchObject({
      status: 'failed',
      note: 'It conflicts.',
    });
    expect(told(failed).at(-1)).toBe('execute/verify upcoming');
  });

  it.each([
    ['rejected', 'failed'],
    ['cancelled', 'skipped'],
    ['expired', 'skipped'],
  ] as const)('skips what a %s request never comes to', (decision, status) => {
    const closed = request({
      decision,
      steps: [
        step('submit', 'push'),
        step('close', 'delete-branch', { status: 'running' }),
      ],
    });
    expect(told(closed)).toEqual([
      'requested done',
      'submit/push skipped',
      `decision ${status}`,
      'execution skipped',
      'close/delete-branch current',
    ]);
  });

  it('skips the steps that a cancel after the approval left out, and shows what is undone', () => {
    const compensated = request({
      decision: 'approved',
      execution: 'compensated',
      steps: [step('execute', 'merge'), step('compensate', 'delete-branch')],
    });
    expect(told(compensated).slice(2)).toEqual([
      'execute/merge skipped',
      'compensate/delete-branch upcoming',
    ]);
  });

  it('ends with a draft that was thrown away', () => {
    const discarded = request({
      decision: 'cancelled',
      submittedAt: undefined,
      steps: [],
    });
    expect(told(discarded)).toEqual([
      'requested skipped',
      'decision skipped',
      'execution skipped',
    ]);
  });

  it('has time and actor of an end from the history, and of people alone', () => {
    const cancelled = request({ decision: 'cancelled' });
    expect(decisionOf(cancelled)).not.toHaveProperty('at');
    expect(decisionOf(cancelled, [event('cancelled')])).toMatchObject({
      at: '2026-11-22T12:00:00Z',
      actorRefs: [PIA],
    });
    const expired = request({ decision: 'expired' });
    expect(
      decisionOf(expired, [event('expired', 'system')])?.actorRefs,
    ).toEqual([]);
  });

  it('names who asked for changes, though their word lapsed with it', () => {
    const back = request({
      decision: 'changes-requested',
      decisions: [
        word({ verdict: 'changes-requested', lapsed: 'changes-requested' }),
      ],
    });
    expect(decisionOf(back)).toMatchObject({
      status: 'waiting',
      at: '2026-11-22T11:00:00Z',
      actorRefs: [TOM],
    });
  });
});
