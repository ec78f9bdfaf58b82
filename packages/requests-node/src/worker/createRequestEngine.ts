// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import {
  DefaultRequestService,
  type RequestServiceOptions,
} from '../service/DefaultRequestService';
import { KnexRequestStore } from '../store';
import type { RequestStore } from '../store/types';
import type { Clock } from '../types';
import { RequestWorker, type RequestWorkerOptions } from './RequestWorker';

/** What an engine is made of. @public */
export type RequestEngineOptions = Omit<
  RequestServiceOptions,
  'store' | 'clock' | 'nudge'
> &
  Omit<RequestWorkerOptions, 'service'> & {
    /** The plugin's own. */
    database: DatabaseService | Knex;
    clock?: Clock;
  };

/** @public */
export interface RequestEngine {
  store: RequestStore;
  service: DefaultRequestService;
  /** Not started yet. */
  worker: RequestWorker;
}

/**
 * Store, service and worker of a plugin's requests, tied together: what the service writes wakes the worker.
 *
 * @public
 *
 * @example
 * ```ts
 * const engine = await createRequestEngine({ database, kinds: [changeKind], people, logger, deliver });
 * engine.worker.start();
 * lifecycle.addShutdownHook(() => engine.worker.stop());
 * ```
 */
export async function createRequestEngine(
  options: RequestEngineOptions,
): Promise<RequestEngine> {
  const { database, clock = () => new Date() } = options;
  const { deliver, owner, leaseMilliseconds, pollMilliseconds } = options;
  const { stepLimitMilliseconds, concurrency, retries, ...serviceOptions } =
    options;
  const store = await KnexRequestStore.create({ database, clock });
  const workers: RequestWorker[] = [];
  const service = DefaultRequestService.create({
    ...serviceOptions,
    store,
    clock,
    nudge: () => workers.forEach(each => each.nudge()),
  });
  const worker = RequestWorker.create({
    service,
    deliver,
    owner,
    leaseMilliseconds,
    pollMilliseconds,
    stepLimitMilliseconds,
    concurrency,
    retries,
  });
  workers.push(worker);
  return { store, service, worker };
}
