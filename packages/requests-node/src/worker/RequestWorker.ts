// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Does what requests ask for. Any number of workers in any number of processes share one database: a job is under the lease
// of one of them, every write names the lease's fence, and a worker that was silent for too long writes nothing any more.
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type {
  DefaultRequestService,
  ServiceParts,
} from '../service/DefaultRequestService';
import type { StoredJob } from '../store/types';
import { JobRunner } from './JobRunner';
import { Loop } from './Loop';
import { type Deliver, Outbox } from './Outbox';
import { Recorder } from './Recorder';
import { DEFAULT_RETRIES, Retries, type RetryOptions } from './Retries';
import { StepRunner } from './StepRunner';
import { Timers } from './Timers';

/** What a worker is made of. @public */
export interface RequestWorkerOptions {
  /** Of the same store. */
  service: DefaultRequestService;
  /** Where the outbox goes; thrown away if left out. */
  deliver?: Deliver;
  /** Name of this worker, different in every process; made up if left out. */
  owner?: string;
  /** After so much silence another worker takes over; 30 seconds if left out. */
  leaseMilliseconds?: number;
  /** How often it looks for work that nobody nudged it for; 2 seconds if left out. */
  pollMilliseconds?: number;
  /** Time limit of one attempt of a step, which then has failed and is tried again; 10 minutes if left out. */
  stepLimitMilliseconds?: number;
  /** Requests at a time; 4 if left out. */
  concurrency?: number;
  retries?: Partial<RetryOptions>;
}

/** @public */
export class RequestWorker {
  readonly #service: ServiceParts;
  readonly #owner: string;
  readonly #leaseMilliseconds: number;
  readonly #jobs: JobRunner;
  readonly #timers: Timers;
  readonly #outbox: Outbox;
  readonly #loops: Loop[];
  readonly #stopping = new AbortController();

  static create(options: RequestWorkerOptions): RequestWorker {
    return new RequestWorker(options);
  }

  private constructor(options: RequestWorkerOptions) {
    const {
      service: { serviceParts: service },
      deliver = async () => {},
      owner = `${hostname()}-${process.pid}-${randomUUID()}`,
      leaseMilliseconds = 30_000,
      pollMilliseconds = 2_000,
      stepLimitMilliseconds: limitMilliseconds = 10 * 60_000,
      concurrency = 4,
    } = options;
    this.#service = service;
    this.#owner = owner;
    this.#leaseMilliseconds = leaseMilliseconds;
    const retries = new Retries(service.parts.store, {
      ...DEFAULT_RETRIES,
      ...options.retries,
    });
    const recorder = new Recorder(service, retries);
    const steps = new StepRunner({ service, recorder, limitMilliseconds });
    this.#jobs = new JobRunner({ service, steps, recorder });
    this.#timers = new Timers(service);
    this.#outbox = new Outbox({ service, owner, deliver });
    const loop = (what: string, run: () => Promise<boolean>) =>
      new Loop({
        run,
        pauseMilliseconds: pollMilliseconds,
        onError: error =>
          service.parts.logger.error(`The ${what} of requests failed`, error),
      });
    this.#loops = [
      ...Array.from({ length: concurrency }, () =>
        loop('work', () => this.#work()),
      ),
      loop('timers', () => this.#timers.run()),
      loop('outbox', () => this.#outbox.run()),
    ];
  }

  /** Works until it is stopped. */
  start(): void {
    for (const loop of this.#loops) loop.start();
  }

  /** Lets steps that run come to their end, and gives back what is left. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#loops.map(loop => loop.stop()));
  }

  /** There may be work: looks at once. */
  nudge(): void {
    for (const loop of this.#loops) loop.nudge();
  }

  /** Does everything that is due, here and now, and comes back; for tests and scripts. */
  async runDue(): Promise<void> {
    for (let more = true; more; ) {
      more = await this.#timers.run();
      while (await this.#work()) more = true;
      while (await this.#outbox.run()) more = true;
    }
  }

  /** Whether there was a job. */
  async #work(): Promise<boolean> {
    if (this.#stopping.signal.aborted) return false;
    const job = await this.#service.parts.store.lease({
      owner: this.#owner,
      forMilliseconds: this.#leaseMilliseconds,
    });
    if (!job) return false;
    const heartbeat = this.#heartbeat(job);
    try {
      await this.#jobs.run(
        job,
        AbortSignal.any([this.#stopping.signal, heartbeat.signal]),
      );
    } finally {
      heartbeat.stop();
    }
    return true;
  }

  /** Keeps the lease while a step runs; aborts the step when it is lost. */
  #heartbeat(job: StoredJob): { signal: AbortSignal; stop: () => void } {
    const { store, logger } = this.#service.parts;
    const lost = new AbortController();
    const forMilliseconds = this.#leaseMilliseconds;
    const timer = setInterval(async () => {
      try {
        if (!(await store.renew(job, { forMilliseconds }))) lost.abort();
      } catch (error) {
        // The lease may still hold; the next beat shows.
        logger.warn('Could not renew a lease', error as Error);
      }
    }, forMilliseconds / 3);
    timer.unref();
    return { signal: lost.signal, stop: () => clearInterval(timer) };
  }
}
