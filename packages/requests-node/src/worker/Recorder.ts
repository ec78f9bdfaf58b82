// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestStep } from '@fairway/requests-common';
import type { ServiceParts } from '../service/DefaultRequestService';
import { clean } from '../service/json';
import type { Change, Loaded } from '../service/Transitions';
import type { StepResult } from '../types';
import { SYSTEM } from './Gate';
import { ended, fails, type Ran, waits } from './outcome';
import type { Retries } from './Retries';
import { failpointOf, kept, type Outcome, rowOf, type Turn } from './turn';

/**
 * Records how a step ended. What others did to the request meanwhile (an approval, a cancel) stays: the result is put on top
 * of it, or, when it came too late to count, only what the step made is kept.
 */
export class Recorder {
  readonly #service: ServiceParts;
  readonly #retries: Retries;

  constructor(service: ServiceParts, retries: Retries) {
    this.#service = service;
    this.#retries = retries;
  }

  /** Whether the lease is still held afterwards, and there may be more to do. */
  async record(turn: Turn, outcome: Outcome): Promise<boolean> {
    const { transitions } = this.#service;
    let goesOn = true;
    await transitions.apply(turn.job.requestId, {
      fence: turn.job.fence,
      failpoints: { committed: failpointOf(turn, 'recorded') },
      decide: async now => {
        const change = await this.#change(turn, outcome, now);
        goesOn = !change.release;
        const also = 'result' in outcome ? outcome.result.also : undefined;
        return also ? { ...change, also } : change;
      },
    });
    return goesOn;
  }

  async #change(turn: Turn, outcome: Outcome, loaded: Loaded): Promise<Change> {
    const { parts } = this.#service;
    const row = rowOf(turn, loaded);
    if (!row) {
      const news = 'result' in outcome ? outcome.result : {};
      return kept(turn, loaded, news);
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
        const { until, waitingFor, untouched } = result;
        const event =
          row.waitingFor === waitingFor ? undefined : 'step-waiting';
        const left = untouched ? untouchedBy(ran) : ran;
        return waits(left, news, { until, waitingFor, event });
      }
      case 'superseded':
        return this.#superseded(turn, ran, result);
      default: {
        const { code, message, next, retryable, untouched } = result;
        const left = untouched ? untouchedBy(ran) : ran;
        return fails(left, news, { code, message, next, retryable });
      }
    }
  }

  /** What was approved is not what is there: planned again, as a new revision. */
  async #superseded(
    turn: Turn,
    ran: Ran,
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
        return submitting.superseded(asNotBegun(ran), drawn, {
          actorRef,
          authorRefs,
          message,
        });
      }
    } catch (error) {
      return this.#thrown(turn, untouchedBy(ran), error as Error);
    }
    return fails(
      untouchedBy(ran),
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
    ran: Ran,
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
    const code = typeof thrown.code === 'string' ? thrown.code : 'step-failed';
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
          failure: { code, message, retryable: true },
        },
      );
    }
    return fails(
      ran,
      {},
      {
        code,
        message,
        next: 'Remove the cause, then try again.',
        retryable: true,
      },
    );
  }
}

/** What cannot be put back has not begun by a step that finds, before it, that it is not to be done: it vouches for that. */
function asNotBegun({
  loaded,
  row,
}: {
  loaded: Loaded;
  row: RequestStep;
}): Loaded {
  const steps = loaded.steps.map(step =>
    step.phase === row.phase && step.id === row.id
      ? { ...step, attempt: 0 }
      : step,
  );
  return { ...loaded, steps };
}

/** The step vouches that it was left before it did anything: it counts as not begun. */
function untouchedBy(ran: Ran): Ran {
  return {
    ...ran,
    loaded: asNotBegun(ran),
    row: { ...ran.row, attempt: 0 },
  };
}

/** A refusal is no mishap: asking again gives the same answer. */
function isFinal({ phase }: Turn, error: Error): boolean {
  return phase === 'execute' && error.name === 'NotAllowedError';
}
