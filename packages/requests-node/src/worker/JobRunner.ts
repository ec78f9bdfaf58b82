// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';
import type { RequestStep, StepPhase } from '@fairway/requests-common';
import { isRequestError } from '../errors';
import type { ServiceParts } from '../service/DefaultRequestService';
import { executionAfter } from './outcome';
import { changed } from '../service/revision';
import type { Loaded } from '../service/Transitions';
import type { StoredJob } from '../store/types';
import type { CloseReason, Step } from '../types';
import { Gate } from './Gate';
import { nextRow, phaseOf, rowsOf } from './phases';
import type { Recorder } from './Recorder';
import type { StepRunner } from './StepRunner';
import type { Turn } from './turn';
import { pendingRows, stepsOf } from './stepsOf';

/** Runs the steps of one request, one after the other, as long as the lease is held. */
export class JobRunner {
  readonly #service: ServiceParts;
  readonly #steps: StepRunner;
  readonly #recorder: Recorder;
  readonly #gate: Gate;

  constructor(options: {
    service: ServiceParts;
    steps: StepRunner;
    recorder: Recorder;
  }) {
    const { service, steps, recorder } = options;
    this.#service = service;
    this.#steps = steps;
    this.#recorder = recorder;
    this.#gate = new Gate(service);
  }

  /** Ends quietly when the lease was lost: another worker goes on. */
  async run(job: StoredJob, signal: AbortSignal): Promise<void> {
    try {
      while (!signal.aborted && (await this.#turn(job, signal)));
      if (signal.aborted) await this.#giveBack(job);
    } catch (error) {
      if (isRequestError(error, 'lease-lost')) return;
      throw error;
    }
  }

  /** Whether there may be more to do under this lease. */
  async #turn(job: StoredJob, signal: AbortSignal): Promise<boolean> {
    const loaded = await this.#service.transitions.load(job.requestId);
    const phase = phaseOf(loaded);
    const row = nextRow(loaded.steps, phase);
    if (!row) return this.#nothingNext(job, loaded, phase);

    const step = this.#stepsOf(loaded, phase).find(({ id }) => id === row.id);
    const { kind, revision } = loaded.request;
    const turn = { job, phase, kind, revision, signal };
    if (!step) {
      // A later version of the kind has other steps than the one that wrote the rows.
      const gone = { ...row, run: () => Promise.reject() };
      const thrown = new Error(`Its kind has no step "${row.id}" any more.`);
      return this.#recorder.record({ ...turn, step: gone }, { thrown });
    }
    return this.#guarded({ ...turn, step }, loaded);
  }

  /** The approval is asked for before it is used. */
  async #guarded(turn: Turn, loaded: Loaded): Promise<boolean> {
    if (turn.phase === 'execute' && Gate.guards(loaded, turn.step.id)) {
      const passes = await this.#passes(turn, loaded);
      if (passes !== 'passes') return passes === 'again';
    }
    return this.#steps.run(turn);
  }

  async #passes(
    turn: Turn,
    loaded: Loaded,
  ): Promise<'passes' | 'again' | 'released'> {
    try {
      if (await this.#isDone(turn, loaded)) return 'passes';
      const fallen = await this.#gate.check(loaded);
      if (!fallen) return 'passes';
      await this.#service.transitions.named(
        fallen.transition,
        turn.job.requestId,
        {
          fence: turn.job.fence,
          decide: async now => {
            const isSame = now.request.rowVersion === loaded.request.rowVersion;
            return isSame ? fallen.change : undefined;
          },
        },
      );
      return 'again';
    } catch (error) {
      if (isRequestError(error, 'lease-lost')) throw error;
      const thrown = error as Error;
      const goesOn = await this.#recorder.record(turn, { thrown });
      return goesOn ? 'again' : 'released';
    }
  }

  /** What others have done needs no approval any more, and its plan is of yesterday. */
  async #isDone({ step }: Turn, loaded: Loaded): Promise<boolean> {
    if (!step.isDone) return false;
    const context = this.#service.planner.kindContext(loaded);
    return step.isDone({ ...context, plan: loaded.request.plan });
  }

  /** Goes on to the steps of the approval, or gives the work back: it is done, or a person has to look. */
  async #nothingNext(
    job: StoredJob,
    loaded: Loaded,
    phase: StepPhase,
  ): Promise<boolean> {
    const { transitions, parts } = this.#service;
    const begins =
      phase === 'execute' && rowsOf(loaded.steps, 'execute').length === 0;
    let goesOn = false;
    await transitions.apply(job.requestId, {
      fence: job.fence,
      decide: async now => {
        const isSame = now.request.rowVersion === loaded.request.rowVersion;
        goesOn = !isSame;
        if (!isSame) return undefined;
        const rows = begins ? this.#rows(loaded, 'execute') : [];
        goesOn = rows.length > 0;
        if (goesOn) {
          return {
            set: {},
            events: [],
            steps: [{ phase: 'execute', steps: rows }],
            job: { phase: 'execute', runAt: parts.clock() },
          };
        }
        // A kind may have nothing to do.
        const succeeds = begins && loaded.request.execution === 'queued';
        return {
          set: succeeds
            ? changed(loaded.request, {
                ...loaded.request,
                ...executionAfter(loaded, { type: 'succeed' }),
                holdsResources: false,
              })
            : {},
          events: succeeds
            ? [{ type: 'succeeded', actorRef: 'system', data: {} }]
            : [],
          job: 'none',
          release: true,
          quiet: !succeeds,
        };
      },
    });
    return goesOn;
  }

  /** The process stops: whoever is there takes it at once. */
  async #giveBack(job: StoredJob): Promise<void> {
    const { transitions } = this.#service;
    await transitions.apply(job.requestId, {
      fence: job.fence,
      decide: async () => ({
        set: {},
        events: [],
        release: true,
        quiet: true,
      }),
    });
  }

  #stepsOf(loaded: Loaded, phase: StepPhase): Step<JsonObject, JsonObject>[] {
    const { parts, planner } = this.#service;
    const { request, steps } = loaded;
    return stepsOf(parts.kinds.get(request.kind), phase, {
      ...planner.kindContext(loaded),
      plan: request.plan,
      reason: request.decision as CloseReason,
      doneSteps: rowsOf(steps, 'execute')
        .filter(({ status }) => status === 'done')
        .map(({ id }) => id),
    });
  }

  #rows(loaded: Loaded, phase: StepPhase): RequestStep[] {
    return pendingRows(phase, this.#stepsOf(loaded, phase));
  }
}
