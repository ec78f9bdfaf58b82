// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// A git that stays for a few questions: to start one costs more than most answers, and the more the larger the process is
// that starts it. It ends by itself when nobody asks, and keeps nothing from ending.
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import type { Socket } from 'node:net';

/** Git looks at references and packs anew with every question; this is only about not keeping idle processes. */
const IDLE_MS = 2000;
/** Git remembers commits that it has read, and is not to do so for ever. */
const MOST_QUESTIONS = 1000;
/** How git ends when it says no. */
const REFUSED = 128;
const KILLED = -1;

/** What came when git ended instead of answering. */
export interface Ended {
  exitCode: number;
  stdout: Buffer;
  stderr: string;
}

type Answer = { answer: Buffer } | { ended: Ended };

export class GitSession {
  readonly #launch: () => ChildProcessWithoutNullStreams;
  readonly #timeoutMs: number;
  #child: ChildProcessWithoutNullStreams | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | undefined;
  #left = 0;

  static create(options: {
    launch: () => ChildProcessWithoutNullStreams;
    /** Longest wait for an answer. */
    timeoutMs: number;
  }): GitSession {
    return new GitSession(options);
  }

  private constructor(options: {
    launch: () => ChildProcessWithoutNullStreams;
    timeoutMs: number;
  }) {
    this.#launch = options.launch;
    this.#timeoutMs = options.timeoutMs;
  }

  /**
   * One question after the other. The answer is all up to `end`, which has to be something that git says when it has
   * answered and that nothing in an answer can be. Throws when git cannot be started.
   */
  async ask(options: { input: string; end: string }): Promise<Answer> {
    const own = this.#last.then(
      () => this.#ask(options),
      () => this.#ask(options),
    );
    this.#last = own;
    return own;
  }

  async #ask(options: { input: string; end: string }): Promise<Answer> {
    clearTimeout(this.#idle);
    const isReused = this.#child !== undefined;
    const child = this.#child ?? this.#start();
    hold(child, true);
    const answer = await converse(child, options, this.#timeoutMs);
    if ('ended' in answer) {
      const { exitCode, stdout } = answer.ended;
      // It ended between two questions and has not looked at this one.
      const isUnheard = exitCode !== REFUSED && stdout.length === 0;
      return isReused && isUnheard ? this.#ask(options) : answer;
    }
    hold(child, false);
    this.#left -= 1;
    if (this.#left === 0) {
      this.#leave(child);
    } else {
      this.#idle = setTimeout(() => this.#leave(child), IDLE_MS).unref();
    }
    return answer;
  }

  #start(): ChildProcessWithoutNullStreams {
    const child = this.#launch();
    const forget = () => {
      this.#child = this.#child === child ? undefined : this.#child;
    };
    child.on('error', forget);
    child.on('close', forget);
    // It says why it ended on stderr; the broken pipe adds nothing.
    child.stdin.on('error', () => {});
    this.#child = child;
    this.#left = MOST_QUESTIONS;
    return child;
  }

  #leave(child: ChildProcessWithoutNullStreams): void {
    this.#child = undefined;
    child.stdin.end();
  }
}

/** Whether this process waits for the other one before it ends. */
function hold(child: ChildProcessWithoutNullStreams, isHeld: boolean): void {
  const handles = [child, child.stdin, child.stdout, child.stderr];
  for (const handle of handles as unknown as Socket[]) {
    if (isHeld) {
      handle.ref();
    } else {
      handle.unref();
    }
  }
}

function converse(
  child: ChildProcessWithoutNullStreams,
  options: { input: string; end: string },
  timeoutMs: number,
): Promise<Answer> {
  const end = Buffer.from(options.end);
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  let tail = Buffer.alloc(0);
  return new Promise<Answer>((resolve, reject) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
    const onError = (cause: Error) => {
      stop();
      reject(cause);
    };
    const onStderr = (chunk: Buffer) => stderr.push(chunk);
    const onStdout = (chunk: Buffer) => {
      stdout.push(chunk);
      tail = Buffer.concat([tail, chunk]).subarray(-end.length);
      if (tail.equals(end)) {
        stop();
        resolve({ answer: Buffer.concat(stdout).subarray(0, -end.length) });
      }
    };
    const onClose = (code: number | undefined, signal: string | undefined) => {
      stop();
      const words = Buffer.concat(stderr).toString('utf8');
      resolve({
        ended: {
          exitCode: code ?? KILLED,
          stdout: Buffer.concat(stdout),
          stderr: signal ? `${words}ended by ${signal}` : words,
        },
      });
    };
    function stop() {
      clearTimeout(timer);
      child.off('error', onError).off('close', onClose);
      child.stdout.off('data', onStdout);
      child.stderr.off('data', onStderr);
    }
    child.on('error', onError).on('close', onClose);
    child.stdout.on('data', onStdout);
    child.stderr.on('data', onStderr);
    child.stdin.write(options.input);
  });
}
