// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { PROGRAM_FOLDER, readAvailability } from './availability';
import { BrokerThread } from './BrokerThread';
import { kafkaEmbeddedError } from './errors';
import { type ClusterSettings, readOptions } from './options';
import type {
  EmbeddedAvailability,
  EmbeddedClusterOptions,
  EmbeddedClusterState,
} from './types';

/**
 * A Kafka cluster and a schema registry on loopback ports. They hold everything in memory and nothing over a
 * restart; several can run side by side.
 *
 * @public
 */
export class EmbeddedCluster {
  readonly #settings: ClusterSettings;
  readonly #onCrash: EmbeddedClusterOptions['onCrash'];
  #thread: BrokerThread | undefined;
  #state: EmbeddedClusterState = 'stopped';
  /** Stops and restarts follow each other. */
  #last: Promise<void> = Promise.resolve();

  private constructor(options: EmbeddedClusterOptions) {
    this.#settings = readOptions(options);
    this.#onCrash = options.onCrash;
  }

  /** Whether the program of the cluster is there, and if not, why and what to do. */
  static available(): EmbeddedAvailability {
    return readAvailability(PROGRAM_FOLDER);
  }

  /**
   * Answers when clients can connect.
   *
   * @throws `kafka-embedded-unavailable`, `kafka-embedded-option-invalid`, `kafka-embedded-port-taken`,
   * `kafka-embedded-start-failed`
   */
  static async start(
    options: EmbeddedClusterOptions,
  ): Promise<EmbeddedCluster> {
    const cluster = new EmbeddedCluster(options);
    const availability = EmbeddedCluster.available();
    if (!availability.available) {
      const { reason, remedy } = availability;
      throw kafkaEmbeddedError('kafka-embedded-unavailable', {
        reason,
        remedy,
      });
    }
    await cluster.#start();
    return cluster;
  }

  get clusterId(): string {
    return this.#settings.clusterId;
  }

  get state(): EmbeddedClusterState {
    return this.#state;
  }

  /** `host:port` of each broker; the same after `restart`. */
  get bootstrapServers(): string[] {
    return this.#settings.ports.map(port => `127.0.0.1:${port}`);
  }

  /** Where the registry answers, without a slash at the end; undefined when it is off. */
  get registryUrl(): string | undefined {
    const { registryPort } = this.#settings;
    return registryPort === undefined
      ? undefined
      : `http://127.0.0.1:${registryPort}`;
  }

  /** Ends all connections and frees the ports. Stopping twice does nothing. */
  async stop(): Promise<void> {
    await this.#next(() => this.#stop());
  }

  /**
   * Starts the cluster again at the same addresses and with the same id, empty: after a crash, after `stop`, or to
   * throw everything away.
   *
   * @throws `kafka-embedded-port-taken`, `kafka-embedded-start-failed`
   */
  async restart(): Promise<void> {
    await this.#next(async () => {
      await this.#stop();
      await this.#start();
    });
  }

  async #next(run: () => Promise<void>): Promise<void> {
    const turn = this.#last.then(run);
    this.#last = turn.catch(() => {});
    await turn;
  }

  async #start(): Promise<void> {
    const thread = await BrokerThread.start(this.#settings);
    Object.assign(this.#settings, thread.listening);
    this.#thread = thread;
    this.#state = 'running';
    thread.ended.then(cause => {
      if (this.#thread !== thread) return; // it was stopped
      this.#thread = undefined;
      this.#state = 'crashed';
      this.#onCrash?.(
        kafkaEmbeddedError(
          'kafka-embedded-crashed',
          {
            clusterId: this.clusterId,
            reason: cause?.message ?? 'the thread ended',
          },
          { cause },
        ),
      );
    });
  }

  async #stop(): Promise<void> {
    const thread = this.#thread;
    this.#thread = undefined;
    this.#state = 'stopped';
    await thread?.stop();
  }
}
