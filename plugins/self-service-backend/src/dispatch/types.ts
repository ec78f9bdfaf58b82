// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { OwnershipService } from '@fairway/backstage-plugin-ownership-node';
import type {
  DispatchOutputs,
  DispatchPayload,
  DispatchPlan,
} from '@fairway/backstage-plugin-self-service-common';
import type { Step, StepContext } from '@fairway/requests-node';
import type { HeldTarget } from '../change/types';
import type { LifetimeRules } from '../lifetimes/LifetimeRules';
import type { TemplateTerms } from '../lifetimes/TemplateTerms';
import type { People } from '../people/People';
import type { ReportTokens } from '../reports/ReportTokens';
import type { DispatchGate } from './DispatchGate';
import type { DispatchedStore } from './DispatchedStore';
import type { Receivers } from './receivers/Receivers';
import type { Transports } from './transports/types';

/** What the kind `dispatch` works with. */
export interface DispatchParts {
  gate: Pick<DispatchGate, 'decide'>;
  receivers: Receivers;
  transports: Transports;
  tokens: Pick<ReportTokens, 'issue'>;
  dispatched: DispatchedStore;
  /** How ends of what templates make are announced. */
  terms: Pick<TemplateTerms, 'of'>;
  rules: Pick<LifetimeRules, 'check'>;
  ownership: Pick<OwnershipService, 'approvalsFor' | 'limitsFor'>;
  people: Pick<People, 'requester'>;
  /** What is there and asked for, without one request. */
  held: (options: { without?: string }) => Promise<HeldTarget[]>;
  /** Before a receiver that was not reached is tried again; twice as long each time. */
  firstPauseMilliseconds: number;
  /** Absolute address of a request's page. */
  urlOf: (requestId: string) => string;
  /** Absolute address to which is reported about a request. */
  reportUrlOf: (requestId: string) => Promise<string>;
}

export type DispatchStep = Step<DispatchPayload, DispatchPlan>;
export type DispatchContext = StepContext<DispatchPayload, DispatchPlan>;

/** What only the steps need, and nobody is shown. Written anew for each attempt. */
export interface DispatchState {
  /** Goes up when one that failed is tried again; reports of an earlier one count no more. */
  attempt: number;
  /** When it was first sent, or may have been; empty before. */
  sentAt: string;
  /** When the receiver had taken it; empty before. */
  takenAt: string;
  /** How often it certainly did not get there, in a row. */
  tries: number;
  /** Run of the workflow; 0 before it is known. */
  runId: number;
  /** Whether its end was seen: what was reported just before that is read once more. */
  endSeen: boolean;
}

const BEGIN: DispatchState = {
  attempt: 1,
  sentAt: '',
  takenAt: '',
  tries: 0,
  runId: 0,
  endSeen: false,
};

/** What is kept, also of an attempt that a process was lost in. */
export function stateOf(request: { outputs: object }): DispatchState {
  const { internal } = request.outputs as { internal?: Partial<DispatchState> };
  const kept = { ...(request.outputs as object), ...internal };
  return Object.fromEntries(
    Object.entries(BEGIN).map(([key, value]) => [
      key,
      (kept as Record<string, unknown>)[key] ?? value,
    ]),
  ) as unknown as DispatchState;
}

/** As steps keep it. */
export const keptState = (state: DispatchState) => ({
  internal: { ...state },
});

/** The attempt is over: the next one begins from nothing. */
export const nextAttempt = ({ attempt }: DispatchState): DispatchState => ({
  ...BEGIN,
  attempt: attempt + 1,
});

export const shownOutputsOf = (request: { outputs: object }) =>
  request.outputs as DispatchOutputs;
