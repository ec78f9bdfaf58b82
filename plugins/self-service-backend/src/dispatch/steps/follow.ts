// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// From the moment that the receiver has it to its end: what it reports, what is seen of it, or that its time is over.
// One attempt has one end: whatever is told after that counts no more, and a retry tells the receiver anew.
import type { JsonObject } from '@backstage/types';
import type {
  DispatchOutputs,
  ReportInput,
} from '@fairway/backstage-plugin-self-service-common';
import type { StepResult } from '@fairway/requests-node';
import type { Receiver } from '../receivers/types';
import { reportsOf } from '../reports';
import type { Followed, Transport } from '../transports/types';
import {
  type DispatchContext,
  type DispatchParts,
  type DispatchState,
  type DispatchStep,
  keptState,
  nextAttempt,
  shownOutputsOf,
} from '../types';
import { ensureDispatched, keyOf } from './ensureDispatched';

/** Reports wake the step; this is the net below. */
const LOOK_EVERY = 60_000;
const RETRY =
  'Read the log below and the page that is linked. A retry tells the receiver anew.';

export const FOLLOW = 'follow';

const endsByAnswer = (receiver: Receiver) =>
  receiver.transport === 'webhook' && receiver.ends === 'response';

export function follow(parts: DispatchParts): DispatchStep {
  return {
    id: FOLLOW,
    title: 'Follow it to its end',
    irreversible: true,
    async run(context): Promise<StepResult> {
      // After a failed attempt it is told again here.
      const dispatched = await ensureDispatched(context, parts);
      if (dispatched.status !== 'taken') return dispatched;
      const { receiver, state } = dispatched;
      if (endsByAnswer(receiver)) {
        return { status: 'done', statusLabel: 'done' };
      }
      const reports = reportsOf(context, state);
      const told = newsOf(reports, shownOutputsOf(context.request));
      const failure = reports.find(({ status }) =>
        ['failed', 'not-applied'].includes(status ?? ''),
      );
      if (failure) {
        return failed({
          ...{ told, state },
          code: 'dispatch-failed',
          message: failure.summary ?? 'The receiver reported a failure.',
        });
      }
      const seen = await look(context, { parts, receiver, state });
      const news = merged(told, seen);
      if (seen && seen.status !== 'open' && !state.endSeen) {
        return {
          ...told,
          status: 'waiting',
          until: context.now,
          waitingFor: 'what was reported before its end',
          outputs: { ...told.outputs, internal: { endSeen: true } },
        };
      }
      if (seen?.status === 'failed') {
        const { code, message } = seen;
        return failed({ told: news, state, code, message });
      }
      const hasSucceeded = seen
        ? seen.status === 'succeeded'
        : reports.some(({ status }) => status === 'succeeded');
      if (hasSucceeded) {
        return { statusLabel: 'done by the receiver', ...news, status: 'done' };
      }
      return waitOn(context, { news, receiver, state, seen, reports });
    },
  };
}

type News = Pick<
  StepResult,
  'links' | 'checks' | 'statusLabel' | 'summary' | 'outputs'
>;

/** Later words replace earlier ones; results add up. */
function newsOf(reports: ReportInput[], shown: DispatchOutputs): News {
  const last = <TKey extends keyof ReportInput>(key: TKey) =>
    reports.findLast(report => report[key] !== undefined)?.[key];
  const [statusLabel, summary, entity] = [
    last('statusLabel'),
    last('summary'),
    last('entity'),
  ];
  const result: JsonObject = Object.assign(
    {},
    shown.result,
    ...reports.map(({ outputs }) => outputs),
  );
  return {
    links: reports.flatMap(({ links = [] }) => links),
    ...(statusLabel && { statusLabel }),
    ...(summary && { summary }),
    outputs: {
      ...(Object.keys(result).length > 0 && { result }),
      ...(entity && { entity }),
    },
  };
}

async function look(
  context: DispatchContext,
  options: { parts: DispatchParts; receiver: Receiver; state: DispatchState },
): Promise<Followed | undefined> {
  const { parts, receiver, state } = options;
  const transport = parts.transports[receiver.transport] as Transport<Receiver>;
  const key = keyOf(context.request.id, state);
  return transport.follow?.(context, { receiver, state, key });
}

/** What a receiver says of itself goes before what is seen of it. */
function merged(told: News, seen: Followed | undefined): News {
  if (!seen) return told;
  const { links = [], checks, statusLabel, outputs } = seen;
  return {
    ...(checks && { checks }),
    ...(statusLabel && { statusLabel }),
    ...told,
    links: [...links, ...(told.links ?? [])],
    outputs: { ...outputs, ...told.outputs },
  };
}

function failed(options: {
  told: News;
  state: DispatchState;
  code: string;
  message: string;
}): StepResult {
  const { code, message, state, told } = options;
  return {
    ...told,
    status: 'failed',
    code,
    message,
    next: RETRY,
    retryable: true,
    outputs: { ...told.outputs, ...keptState(nextAttempt(state)) },
  };
}

function waitOn(
  context: DispatchContext,
  options: {
    news: News;
    receiver: Receiver;
    state: DispatchState;
    seen?: Followed;
    reports: ReportInput[];
  },
): StepResult {
  const { news, receiver, reports, seen, state } = options;
  const now = context.now.getTime();
  const ends = new Date(state.takenAt).getTime() + receiver.timeoutMilliseconds;
  if (now >= ends) {
    const minutes = Math.round(receiver.timeoutMilliseconds / 60_000);
    return failed({
      ...{ told: news, state },
      code: 'dispatch-timed-out',
      message: `The receiver has not said within ${minutes} minutes that it is done.`,
    });
  }
  const next =
    seen?.status === 'open' ? seen.until.getTime() : now + LOOK_EVERY;
  return {
    ...news,
    status: 'waiting',
    until: new Date(Math.min(next, ends)),
    waitingFor:
      seen?.status === 'open'
        ? seen.waitingFor
        : `the receiver to ${reports.length > 0 ? 'end' : 'report'}`,
  };
}
