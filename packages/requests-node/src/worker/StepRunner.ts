// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// One step: its beginning is recorded, it runs, its result is recorded, each in a transition that the lease fences.
import type { JsonObject } from '@backstage/types';
import { requestError } from '../errors';
import type { ServiceParts } from '../service/DefaultRequestService';
import { kindRequestOf } from '../service/Planner';
import { changed } from '../service/revision';
import type { Loaded } from '../service/Transitions';
import type { StepContext } from '../types';
import { executionAfter, stepEvent } from './outcome';
import type { Recorder } from './Recorder';
import { failpointOf, kept, type Outcome, rowOf, type Turn } from './turn';
import { withLimit } from './withLimit';

export class StepRunner {
  readonly #service: ServiceParts;
  readonly #recorder: Recorder;
  readonly #limitMilliseconds: number;

  constructor(options: {
    service: ServiceParts;
    recorder: Recorder;
    limitMilliseconds: number;
  }) {
    const { service, recorder, limitMilliseconds } = options;
    this.#service = service;
    this.#recorder = recorder;
    this.#limitMilliseconds = limitMilliseconds;
  }

  /** Whether the lease is still held afterwards, and there may be more to do. */
  async run(turn: Turn): Promise<boolean> {
    const { parts } = this.#service;
    const loaded = await this.#begin(turn);
    if (!loaded) return true;
    await parts.failpoints.hit(failpointOf(turn, 'before'));
    const startedAt = parts.clock().getTime();
    const outcome = await this.#ran(turn, loaded);
    await parts.failpoints.hit(failpointOf(turn, 'ran'));
    const seconds = (parts.clock().getTime() - startedAt) / 1000;
    const isFailure = 'thrown' in outcome || outcome.result.status === 'failed';
    parts.metrics?.stepEnded(turn.kind, isFailure ? 'failed' : 'done', seconds);
    return this.#recorder.record(turn, outcome);
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
        // One that waits goes on; one that failed, or was lost with its process, is tried again.
        const goesOn = row.status === 'waiting' && !failure;
        const attempt = goesOn ? Math.max(1, row.attempt) : row.attempt + 1;
        const isFirst = attempt === 1 && !goesOn;
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
    if (!begun) return undefined;
    // Somebody may have moved it already: a step never sees another plan than the one that it was begun for.
    const loaded = await transitions.load(turn.job.requestId);
    return rowOf(turn, loaded) && loaded;
  }

  async #ran(turn: Turn, loaded: Loaded): Promise<Outcome> {
    try {
      const result = await withLimit(
        async signal =>
          turn.step.run(await this.#context({ ...turn, signal }, loaded)),
        {
          milliseconds: this.#limitMilliseconds,
          signal: turn.signal,
          tooLate: () => this.#tooLate(turn, loaded),
        },
      );
      return { result };
    } catch (error) {
      return {
        thrown: error instanceof Error ? error : new Error(String(error)),
      };
    }
  }

  #tooLate(turn: Turn, { request }: Loaded): Error {
    return requestError('step-timed-out', {
      step: turn.step.id,
      number: request.number,
      seconds: this.#limitMilliseconds / 1000,
    });
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
      decide: async loaded => kept(turn, loaded, { outputs }),
    });
  }
}
