// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// One step: its beginning is recorded, it runs, its result is recorded, each in a transition of its own that the lease
// fences. What others did to the request meanwhile (an approval, a cancel) stays; the result is put on top of it, or, when
// it came too late to count, only what the step made is kept.
import type { JsonObject } from '@backstage/types';
import type { RequestStep, StepPhase } from '@fairway/requests-common';
import { stepFailpoint } from '../failpoints/failpointsOf';
import type { ServiceParts } from '../service/DefaultRequestService';
import { clean } from '../service/json';
import { kindRequestOf } from '../service/Planner';
import { changed } from '../service/revision';
import type { Change, Loaded } from '../service/Transitions';
import type { StoredJob } from '../store/types';
import type { Step, StepContext, StepResult } from '../types';
import { SYSTEM } from './Gate';
import {
  ended,
  executionAfter,
  fails,
  stepEvent,
  waits,
  withNews,
} from './outcome';
import { nextRow, phaseOf } from './phases';
import type { Retries } from './Retries';

/** The step that is next, under a lease. */
export interface Turn {
  job: StoredJob;
  step: Step<JsonObject, JsonObject>;
  phase: StepPhase;
  revision: number;
  signal: AbortSignal;
}

type Outcome = { result: StepResult } | { thrown: Error };

export class StepRunner {
  readonly #service: ServiceParts;
  readonly #retries: Retries;

  constructor(service: ServiceParts, retries: Retries) {
    this.#service = service;
    this.#retries = retries;
  }

  /** Whether the lease is still held afterwards, and there may be more to do. */
  async run(turn: Turn): Promise<boolean> {
    const { parts } = this.#service;
    const loaded = await this.#begin(turn);
    if (!loaded) return true;
    await parts.failpoints.hit(this.#failpoint(turn, loaded, 'before'));
    const startedAt = parts.clock().getTime();
    const outcome = await this.#ran(turn, loaded);
    await parts.failpoints.hit(this.#failpoint(turn, loaded, 'ran'));
    const seconds = (parts.clock().getTime() - startedAt) / 1000;
    const isFailure = 'thrown' in outcome || outcome.result.status === 'failed';
    parts.metrics?.stepEnded(
      loaded.request.kind,
      isFailure ? 'failed' : 'done',
      seconds,
    );
    return this.#record(turn, outcome);
  }

  /** What was thrown before the step could begin counts as its own failure. */
  recordThrown(turn: Turn, thrown: Error): Promise<boolean> {
    return this.#record(turn, { thrown });
  }

  /** Nothing when the step is no longer next. */
  async #begin(turn: Turn): Promise<Loaded | undefined> {
    const { transitions, parts } = this.#service;
    let begun = false;
    await transitions.apply(turn.job.requestId, {
      fence: turn.job.fence,
      decide: async loaded => {
        const row = rowOf(turn, loaded);
        begun = row !== undefined;
        if (!row) return undefined;
        const { request } = loaded;
        const after = {
          ...request,
          ...(turn.phase === 'execute' &&
            executionAfter(loaded, { type: 'start' })),
        };
        const { waitingFor, failure, ...rest } = row;
        const attempt = row.attempt + 1;
        const isFirst = row.attempt === 0;
        return {
          set: changed(request, after),
          // The runs of a step that waits would fill the history with nothing.
          events: isFirst
            ? [stepEvent('step-started', { ...row, attempt })]
            : [],
          step: {
            ...rest,
            status: 'running',
            attempt,
            startedAt: row.startedAt ?? parts.clock().toISOString(),
            // Kept until it waits for something else.
            ...(row.status === 'waiting' && waitingFor && { waitingFor }),
          },
          quiet: !isFirst,
        };
      },
    });
    return begun ? transitions.load(turn.job.requestId) : undefined;
  }

  async #ran(turn: Turn, loaded: Loaded): Promise<Outcome> {
    try {
      const context = await this.#context(turn, loaded);
      return { result: await turn.step.run(context) };
    } catch (error) {
      return {
        thrown: error instanceof Error ? error : new Error(String(error)),
      };
    }
  }

  async #context(
    turn: Turn,
    loaded: Loaded,
  ): Promise<StepContext<JsonObject, JsonObject>> {
    const { parts } = this.#service;
    const { request } = loaded;
    const row = rowOf(turn, loaded);
    const { id } = request;
    return {
      request: kindRequestOf(loaded),
      plan: request.plan,
      planDigest: request.planDigest,
      attempt: row?.attempt ?? 1,
      earlier: row?.outputs ?? {},
      inbox: await parts.store.inbox(id),
      signal: turn.signal,
      now: parts.clock(),
      logger: parts.logger.child({ request: id, step: turn.step.id }),
      keep: outputs => this.#keep(turn, outputs),
      log: (...lines) =>
        parts.store.appendLogs(
          id,
          lines.map(text => ({ stepId: turn.step.id, text })),
        ),
    };
  }

  async #keep(turn: Turn, outputs: JsonObject): Promise<void> {
    await this.#service.transitions.apply(turn.job.requestId, {
      fence: turn.job.fence,
      decide: async loaded => this.#kept(turn, loaded, { outputs }),
    });
  }

  /** What a step made, whatever became of its request. */
  #kept(
    turn: Turn,
    loaded: Loaded,
    news: Parameters<typeof withNews>[1],
  ): Change {
    const row = rowOf(turn, loaded);
    const { outputs, links } = news;
    return {
      set: changed(
        loaded.request,
        withNews(loaded.request, { outputs, links }),
      ),
      events: [],
      ...(row && {
        step: { ...row, outputs: { ...row.outputs, ...clean(outputs ?? {}) } },
      }),
    };
  }

  async #record(turn: Turn, outcome: Outcome): Promise<boolean> {
    const { transitions } = this.#service;
    let goesOn = true;
    const loaded = await transitions.load(turn.job.requestId);
    await transitions.apply(turn.job.requestId, {
      fence: turn.job.fence,
      failpoints: { committed: this.#failpoint(turn, loaded, 'recorded') },
      decide: async now => {
        const change = await this.#change(turn, outcome, now);
        goesOn = !change.release;
        return change;
      },
    });
    return goesOn;
  }

  async #change(turn: Turn, outcome: Outcome, loaded: Loaded): Promise<Change> {
    const { parts } = this.#service;
    const row = rowOf(turn, loaded);
    if (!row) {
      const news = 'result' in outcome ? outcome.result : {};
      return this.#kept(turn, loaded, news);
    }
    const now = parts.clock();
    const ran = { loaded, row, now, webhookPlaces: parts.webhookPlaces };
    if ('thrown' in outcome) return this.#thrown(turn, ran, outcome.thrown);

    const { status, ...rest } = outcome.result;
    const { outputs, links, checks, statusLabel, summary } = rest;
    const news = clean({ outputs, links, checks, statusLabel, summary });
    const { result } = outcome;
    switch (result.status) {
      case 'done':
        return ended(ran, news, { skipsRest: false });
      case 'finished':
        return ended(ran, news, { skipsRest: true });
      case 'waiting': {
        const { until, waitingFor } = result;
        const event =
          row.waitingFor === waitingFor ? undefined : 'step-waiting';
        return waits(ran, news, { until, waitingFor, event });
      }
      case 'superseded':
        return this.#superseded(turn, ran, result);
      default: {
        const { code, message, next, retryable } = result;
        return fails(ran, news, { code, message, next, retryable });
      }
    }
  }

  /** What was approved is not what is there: planned again, as a new revision. */
  async #superseded(
    turn: Turn,
    ran: { loaded: Loaded; row: RequestStep; now: Date },
    result: Extract<StepResult, { status: 'superseded' }>,
  ): Promise<Change> {
    const { planner, submitting } = this.#service;
    const { actorRef = SYSTEM.ref, authorRefs, message } = result;
    try {
      const drawn = await planner.redraw(ran.loaded, {
        purpose: 'revise',
        actor: { type: 'service', ref: actorRef },
      });
      if (drawn.planDigest !== ran.loaded.request.planDigest) {
        return submitting.superseded(ran.loaded, drawn, {
          actorRef,
          authorRefs,
          message,
        });
      }
    } catch (error) {
      return this.#thrown(turn, ran, error as Error);
    }
    return fails(
      ran,
      {},
      {
        code: 'superseded-by-nothing',
        message: `${message} Planned again, it is the same plan.`,
        next: 'Look at what changed outside of the request, then try again.',
        retryable: true,
      },
    );
  }

  /** Tried again after a pause that grows, and then left to a person. */
  async #thrown(
    turn: Turn,
    ran: { loaded: Loaded; row: RequestStep; now: Date },
    thrown: Error & { code?: unknown },
  ): Promise<Change> {
    const { parts } = this.#service;
    const { row, loaded, now } = ran;
    const id = loaded.request.id;
    if (turn.signal.aborted) {
      // The process stops: another one goes on at once, and nothing failed.
      const job = { phase: turn.phase, runAt: now };
      return { set: {}, events: [], job, release: true, quiet: true };
    }
    const { message } = thrown;
    parts.logger.warn(
      `Step "${row.id}" of request ${id} failed in attempt ${row.attempt}`,
      thrown,
    );
    const until = await this.#retries.next(id, { row, now });
    if (until && !isFinal(turn, thrown)) {
      return waits(
        ran,
        {},
        {
          until,
          waitingFor: `another attempt, since this one failed: ${message}`,
          event: 'step-retrying',
          data: { message, until: until.toISOString() },
        },
      );
    }
    return fails(
      ran,
      {},
      {
        code: typeof thrown.code === 'string' ? thrown.code : 'step-failed',
        message,
        next: 'Remove the cause, then try again.',
        retryable: true,
      },
    );
  }

  #failpoint(
    { phase, step }: Turn,
    { request: { kind } }: Loaded,
    boundary: Parameters<typeof stepFailpoint>[1],
  ): string {
    return stepFailpoint({ kind, phase, id: step.id }, boundary);
  }
}

/** A refusal before the step began is no mishap: asking again gives the same answer. */
function isFinal({ phase }: Turn, error: Error): boolean {
  return phase === 'execute' && error.name === 'NotAllowedError';
}

/** The row of the step, as long as it is the one that is next in the same revision. */
function rowOf(turn: Turn, loaded: Loaded): RequestStep | undefined {
  const { request, steps } = loaded;
  if (request.revision !== turn.revision) return undefined;
  if (phaseOf(loaded) !== turn.phase) return undefined;
  const row = nextRow(steps, turn.phase);
  return row?.id === turn.step.id ? row : undefined;
}
