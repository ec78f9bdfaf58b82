// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What the result of a step makes of its request. Pure: the recorder writes it.
import type { JsonObject } from '@backstage/types';
import type {
  RequestFailure,
  RequestStep,
  StateEvent,
} from '@fairway/requests-common';
import { moved, stateOf } from '../service/life';
import type { WebhookPlaces } from '../service/news';
import { newsRows } from '../service/news';
import { mergedOutputs, shownOutputs } from '../service/outputs';
import { changed } from '../service/revision';
import type { Change, Loaded } from '../service/Transitions';
import type { StoredRequest } from '../store/types';
import type { StepNews } from '../types';
import { rowsOf } from './phases';

/** A step as it was when it ran, and what the request looks like now. */
export interface Ran {
  loaded: Loaded;
  row: RequestStep;
  now: Date;
  webhookPlaces?: WebhookPlaces;
}

/** A later link of a rel, and a later check of a name, replaces the earlier. */
export function withNews(
  request: StoredRequest,
  news: StepNews,
): StoredRequest {
  const { outputs, links, checks, statusLabel, summary } = news;
  return {
    ...request,
    ...(outputs && { outputs: mergedOutputs(request.outputs, outputs) }),
    ...(links && { links: replaced(request.links, links, 'rel') }),
    ...(checks && { checks: replaced(request.checks, checks, 'name') }),
    ...(statusLabel !== undefined && { statusLabel }),
    ...(summary !== undefined && { summary }),
  };
}

function replaced<T extends object>(
  earlier: T[],
  later: T[],
  key: keyof T,
): T[] {
  const keys = new Set(later.map(each => each[key]));
  return [...earlier.filter(each => !keys.has(each[key])), ...later];
}

/** The step is over; with the last one its phase is. */
export function ended(
  ran: Ran,
  news: StepNews,
  { skipsRest }: { skipsRest: boolean },
): Change {
  const { loaded, row, now } = ran;
  const rows = rowsOf(loaded.steps, row.phase);
  const at = rows.findIndex(({ id }) => id === row.id);
  const following = rows.slice(at + 1);
  const isLast = skipsRest || following.length === 0;
  const done: RequestStep = {
    ...settled(row, news),
    status: 'done',
    endedAt: now.toISOString(),
  };
  const event = stepEvent('step-done', row, {
    outputs: news.outputs && shownOutputs(news.outputs),
  });
  const told = withNews(loaded.request, news);
  const steps = {
    ...(skipsRest && following.length > 0
      ? {
          steps: [
            {
              phase: row.phase,
              steps: [
                ...rows.slice(0, at),
                done,
                ...following.map(step => ({
                  ...step,
                  status: 'skipped' as const,
                })),
              ],
            },
          ],
        }
      : { step: done }),
  };
  if (!isLast) {
    return { ...steps, set: changed(loaded.request, told), events: [event] };
  }
  if (row.phase === 'execute') {
    const after = {
      ...told,
      ...executionAfter(loaded, { type: 'succeed' }),
      failure: undefined,
      holdsResources: false,
    };
    return {
      ...steps,
      set: changed(loaded.request, after),
      events: [event, { type: 'succeeded', actorRef: 'system', data: {} }],
      job: 'none',
      release: true,
      outbox: toldRequester(ran, after, 'succeeded', after.summary),
    };
  }
  const continues =
    row.phase === 'submit' && loaded.request.decision === 'approved';
  const after = {
    ...told,
    failure: undefined,
    holdsResources: told.holdsResources && row.phase !== 'compensate',
  };
  return {
    ...steps,
    set: changed(loaded.request, after),
    events: [event],
    ...(continues
      ? { job: { phase: 'execute' as const, runAt: now } }
      : { job: 'none' as const, release: true }),
  };
}

/** The step runs again at a time, or when a message comes in. */
export function waits(
  ran: Ran,
  news: StepNews,
  options: {
    until: Date;
    waitingFor: string;
    /** Said before in the same words: not worth an event. */
    event?: 'step-waiting' | 'step-retrying';
    data?: JsonObject;
    /** What made it wait, where that is to be tried again. */
    failure?: RequestFailure;
  },
): Change {
  const { loaded, row } = ran;
  const { until, waitingFor, event, data, failure } = options;
  const after = {
    ...withNews(loaded.request, news),
    ...(row.phase === 'execute' && executionAfter(loaded, { type: 'wait' })),
  };
  return {
    set: changed(loaded.request, after),
    events: event ? [stepEvent(event, row, { waitingFor, ...data })] : [],
    step: {
      ...settled(row, news),
      status: 'waiting',
      waitingFor,
      ...(failure && { failure }),
    },
    job: { phase: row.phase, runAt: until },
    release: true,
    quiet: !event && Object.keys(news).length === 0,
  };
}

/** The step could not go on; a person has to look. */
export function fails(
  ran: Ran,
  news: StepNews,
  failure: RequestFailure,
): Change {
  const { loaded, row, now } = ran;
  const rows = rowsOf(loaded.steps, 'execute');
  const applied = rows.some(
    step => step.irreversible && step.status === 'done',
  );
  const executes = row.phase === 'execute';
  const end = applied ? 'partially-apply' : 'fail';
  const begun = rows.some(step => step.irreversible && step.attempt > 0);
  const after = {
    ...withNews(loaded.request, news),
    ...(executes && executionAfter(loaded, { type: end })),
    failure: { ...failure, stepId: row.id },
  };
  // What cannot be put back is put right by another request, so it must be possible to make one.
  if (executes && begun) after.holdsResources = false;
  if (row.phase === 'compensate') after.holdsResources = false;
  const { code, message, next } = failure;
  return {
    set: changed(loaded.request, after),
    events: [
      stepEvent('step-failed', row, { code, message, next }),
      ...(executes
        ? [
            {
              type: applied ? 'partially-applied' : 'failed',
              actorRef: 'system',
              data: { step: row.id },
            },
          ]
        : []),
    ],
    step: {
      ...settled(row, news),
      status: 'failed',
      failure,
      endedAt: now.toISOString(),
    },
    job: 'none',
    release: true,
    outbox: toldRequester(
      ran,
      after,
      'failed',
      [message, next].filter(Boolean).join(' '),
    ),
  };
}

/** The two fields after an end or a pause of the execution, whatever it was in before. */
export function executionAfter(
  loaded: Loaded,
  event: Extract<
    StateEvent,
    { type: 'succeed' | 'wait' | 'fail' | 'partially-apply' | 'start' }
  >,
) {
  const state = stateOf(loaded);
  const into: StateEvent[] = [];
  if (state.execution === 'queued') into.push({ type: 'start' });
  if (state.execution === 'waiting') into.push({ type: 'resume' });
  return moved(state, ...into, ...(event.type === 'start' ? [] : [event]));
}

export function stepEvent(
  type: string,
  { phase, id, attempt }: RequestStep,
  data: Record<string, unknown> = {},
): Change['events'][number] {
  return {
    type,
    actorRef: 'system',
    data: JSON.parse(JSON.stringify({ phase, step: id, attempt, ...data })),
  };
}

/** The row without what only a pause or a failure says. */
function settled(row: RequestStep, { outputs }: StepNews): RequestStep {
  const { waitingFor, failure, ...rest } = row;
  return outputs
    ? { ...rest, outputs: mergedOutputs(rest.outputs, outputs) }
    : rest;
}

function toldRequester(
  { webhookPlaces }: Ran,
  request: StoredRequest,
  event: 'succeeded' | 'failed',
  detail?: string,
) {
  return newsRows({
    request,
    event,
    actorRef: 'system',
    detail,
    to: 'requester',
    webhookPlaces,
  });
}
