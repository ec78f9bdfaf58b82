// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { PROGRAM_FOLDER } from './availability';
import { kafkaEmbeddedError } from './errors';
import type { ClusterSettings } from './options';

let compiled: Promise<WebAssembly.Module> | undefined;

/** All clusters of a process share the compiled program. */
function program(): Promise<WebAssembly.Module> {
  compiled ??= readFile(path.join(PROGRAM_FOLDER, 'kafka.wasm')).then(bytes =>
    WebAssembly.compile(bytes),
  );
  compiled.catch(() => {
    compiled = undefined;
  });
  return compiled;
}

/** The ports that a thread got. */
export interface Listening {
  ports: number[];
  registryPort: number | undefined;
}

/** One run of a cluster, in a thread of its own: a large answer keeps only that thread busy. */
export class BrokerThread {
  readonly listening: Listening;
  readonly #worker: Worker;
  /** Why the thread ended: nothing if it was stopped. */
  readonly ended: Promise<Error | undefined>;

  private constructor(
    worker: Worker,
    listening: Listening,
    ended: Promise<Error | undefined>,
  ) {
    this.#worker = worker;
    this.listening = listening;
    this.ended = ended;
  }

  /** @throws `kafka-embedded-port-taken` or `kafka-embedded-start-failed` */
  static async start(settings: ClusterSettings): Promise<BrokerThread> {
    const { clusterId } = settings;
    try {
      const worker = new Worker(path.join(PROGRAM_FOLDER, 'worker.mjs'), {
        name: `kafka ${clusterId}`,
        workerData: { ...settings, module: await program() },
        // The thread needs neither the secrets nor the module hooks of the process.
        env: {},
        execArgv: [],
      });
      let error: Error | undefined;
      worker.on('error', thrown => {
        error ??= thrown;
      });
      const ended = new Promise<Error | undefined>(resolve => {
        worker.once('exit', () => resolve(error));
      });
      const listening = await Promise.race([
        new Promise<Listening>(resolve => worker.once('message', resolve)),
        ended.then(cause => {
          throw cause ?? new Error('the thread ended');
        }),
      ]);
      return new BrokerThread(worker, listening, ended);
    } catch (error) {
      const { code, port, message } = error as NodeJS.ErrnoException & {
        port?: number;
      };
      if (code === 'EADDRINUSE') {
        throw kafkaEmbeddedError(
          'kafka-embedded-port-taken',
          { clusterId, port: port ?? message },
          { cause: error },
        );
      }
      throw kafkaEmbeddedError(
        'kafka-embedded-start-failed',
        { clusterId, reason: message },
        { cause: error },
      );
    }
  }

  /** Closes all connections; when it is done, the ports are free. */
  async stop(): Promise<void> {
    await this.#worker.terminate(); // even one that is busy or hangs
  }
}
