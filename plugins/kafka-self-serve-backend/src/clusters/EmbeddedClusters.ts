// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { LoggerService } from '@backstage/backend-plugin-api';
import { EmbeddedCluster } from '@fairway/kafka-embedded';
import type { EmbeddedConnection } from '../config/types';
import { kafkaError } from '../errors';

interface Running {
  cluster: Promise<EmbeddedCluster>;
  started?: EmbeddedCluster;
  /** What was put into it since it started, by environment. */
  restored: Map<string, Promise<void>>;
}

/** The clusters inside of the portal, each started once. */
export class EmbeddedClusters {
  readonly #running = new Map<string, Running>();
  readonly #logger: LoggerService;

  static create(options: { logger: LoggerService }): EmbeddedClusters {
    return new EmbeddedClusters(options.logger);
  }

  private constructor(logger: LoggerService) {
    this.#logger = logger;
  }

  /** @throws `kafka-embedded-unavailable` */
  async start(connection: EmbeddedConnection): Promise<EmbeddedCluster> {
    const { name } = connection;
    if (this.hasEnded(name)) this.#running.delete(name);
    let running = this.#running.get(name);
    if (!running) {
      running = this.#start(connection);
      this.#running.set(name, running);
    }
    return running.cluster;
  }

  /** Whether it ran and does no longer. */
  hasEnded(name: string): boolean {
    const state = this.#running.get(name)?.started?.state;
    return state !== undefined && state !== 'running';
  }

  bootstrapServers(name: string): string[] {
    return this.#running.get(name)?.started?.bootstrapServers ?? [];
  }

  /** Runs something once for each start and environment. */
  async once(
    name: string,
    environment: string,
    work: () => Promise<void>,
  ): Promise<void> {
    const restored = this.#running.get(name)?.restored;
    if (!restored) return;
    let done = restored.get(environment);
    if (!done) {
      done = work();
      restored.set(environment, done);
      done.catch(() => restored.delete(environment));
    }
    await done;
  }

  async close(): Promise<void> {
    const all = [...this.#running.values()];
    this.#running.clear();
    await Promise.allSettled(
      all.map(async ({ cluster }) => (await cluster).stop()),
    );
  }

  #start({ name, clusterId, brokers }: EmbeddedConnection): Running {
    const availability = EmbeddedCluster.available();
    if (!availability.available) {
      const { reason, remedy } = availability;
      throw kafkaError('kafka-embedded-unavailable', { name, reason, remedy });
    }
    const running: Running = {
      restored: new Map(),
      cluster: EmbeddedCluster.start({
        clusterId,
        brokers,
        onCrash: error =>
          this.#logger.error(
            `The embedded cluster "${name}" ended and is started again when it is needed`,
            error,
          ),
      }),
    };
    running.cluster.then(
      started => {
        running.started = started;
      },
      () => {
        if (this.#running.get(name) === running) this.#running.delete(name);
      },
    );
    return running;
  }
}
