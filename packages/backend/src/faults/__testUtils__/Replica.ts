// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Entity } from '@backstage/catalog-model';
import { mockCredentials } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';

/** What a running replica is told. */
export type Instruction =
  /** Kill yourself with SIGKILL at the failpoint, unless another one that shares the marker did. */
  | { what: 'die'; at: string; marker: string }
  /** Milliseconds off the real time. */
  | { what: 'clock'; offset: number }
  | { what: 'people'; people: Entity[] };

export interface ReplicaOptions {
  config: JsonObject;
  instructions: Instruction[];
}

/** One answer; undefined status where the replica died before it gave one. */
export interface Answer {
  status: number;
  body: any;
  code?: string;
}

/** Who calls: a person, an external service, or whoever holds a header. */
export const person = (name: string) => ({
  Authorization: mockCredentials.user.header(`user:default/${name}`),
});
export const service = (subject: string) => ({
  Authorization: mockCredentials.service.header({
    onBehalfOf: mockCredentials.service(subject),
    targetPluginId: 'self-service',
  }),
});

type Message =
  | { type: 'loaded' | 'followed' }
  | { type: 'started'; port: number };

/** A backend in a process of its own. */
export class Replica {
  readonly #child: ChildProcess;
  readonly #loaded: Promise<Message>;
  readonly ended: Promise<unknown>;
  #port = 0;
  #said = '';

  /** Loads its code; it does nothing before `start`. */
  static spawn(options: { compileCache: string }): Replica {
    return new Replica(options);
  }

  private constructor({ compileCache }: { compileCache: string }) {
    this.#child = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        require.resolve('./replicaProcess.ts'),
      ],
      {
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
        env: {
          PATH: process.env.PATH,
          NODE_ENV: 'test',
          NODE_COMPILE_CACHE: compileCache,
        },
      },
    );
    this.ended = once(this.#child, 'exit');
    const hear = (chunk: Buffer) => {
      this.#said = `${this.#said}${chunk}`.slice(-10_000);
    };
    this.#child.stdout?.on('data', hear);
    this.#child.stderr?.on('data', hear);
    this.#loaded = this.#message('loaded');
    // It may be killed before anybody waits for it.
    this.#loaded.catch(() => {});
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  get isAlive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** By SIGKILL, as a test means it; any other end is a fault. */
  get wasKilled(): boolean {
    return this.#child.signalCode === 'SIGKILL';
  }

  /** What it wrote to its log last. */
  get said(): string {
    return this.#said;
  }

  async start(options: ReplicaOptions): Promise<this> {
    await this.#loaded;
    const started = this.#message('started');
    this.#child.send({ start: options });
    const message = await started;
    if (message.type === 'started') this.#port = message.port;
    return this;
  }

  /** Resolves when it is done. */
  async follow(instruction: Instruction): Promise<void> {
    const followed = this.#message('followed');
    this.#child.send({ follow: instruction });
    await followed;
  }

  kill(): Promise<unknown> {
    this.#child.kill('SIGKILL');
    return this.ended;
  }

  /** Undefined where it died before it answered. */
  async call(
    method: string,
    path: string,
    options: {
      headers: Record<string, string>;
      body?: object | string;
    },
  ): Promise<Answer | undefined> {
    const { headers, body } = options;
    const raw = typeof body === 'string' ? body : JSON.stringify(body);
    try {
      const response = await fetch(
        `http://localhost:${this.#port}/api/${path}`,
        {
          method,
          headers: {
            ...headers,
            ...(raw !== undefined && { 'Content-Type': 'application/json' }),
          },
          body: raw,
        },
      );
      const text = await response.text();
      const parsed = text.startsWith('{') ? JSON.parse(text) : text;
      return {
        status: response.status,
        body: parsed,
        code: parsed.error?.code,
      };
    } catch (error) {
      await Promise.race([this.ended, new Promise(setImmediate)]);
      if (!this.isAlive) return undefined;
      // The connection breaks a moment before the end is known.
      await this.ended;
      return undefined;
    }
  }

  async #message(type: Message['type']): Promise<Message> {
    return new Promise((resolve, reject) => {
      const onExit = () =>
        reject(new Error(`A replica ended early:\n${this.#said}`));
      const onMessage = (message: unknown) => {
        if ((message as Message).type !== type) return;
        this.#child.off('exit', onExit);
        this.#child.off('message', onMessage);
        resolve(message as Message);
      };
      this.#child.on('message', onMessage);
      this.#child.once('exit', onExit);
    });
  }
}
