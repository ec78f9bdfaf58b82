// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { spawn } from 'node:child_process';
import { LRUCache } from 'lru-cache';
import { gitHostError } from '../errors';
import { GitSession } from './GitSession';
import { NextRun } from './NextRun';

/** What a run of git answered. */
export interface GitOutput {
  exitCode: number;
  stdout: Buffer;
  stderr: string;
}

interface GitInput {
  input?: Buffer | string;
  /** Exit codes that are no failure; 0 if left out. */
  accept?: number[];
}

/** The empty tree as the only source of attributes: a repository's `-diff` must not hide a change from its reader. */
const NO_ATTRIBUTES = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** Bytes that are kept of one repository: some twenty lists of 10,000 files. */
const MOST_KEPT = 20_000_000;

/** Settings that win over the repository's own, so that every installation does the same. */
const SETTINGS = [
  'core.quotePath=false',
  'core.hooksPath=/dev/null',
  'core.attributesFile=/dev/null',
  'core.filesRefLockTimeout=10000',
  'core.packedRefsTimeout=10000',
  // What a branch points to has reached the disk before the branch does.
  'core.fsync=committed',
  'core.fsyncMethod=batch',
  'gc.auto=0',
].flatMap(setting => ['-c', setting]);

/** Nothing of the caller's environment but what a program needs to start: no GIT_DIR, no configuration, no prompt. */
function environment(): Record<string, string> {
  const inherited = ['PATH', 'SystemRoot', 'TMPDIR', 'TEMP', 'TMP'].flatMap(
    name => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    },
  );
  return {
    ...Object.fromEntries(inherited),
    LC_ALL: 'C',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_ATTR_SOURCE: NO_ATTRIBUTES,
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_LITERAL_PATHSPECS: '1',
    GIT_OPTIONAL_LOCKS: '0',
  };
}

/** Runs git on one bare repository, without a shell and without anybody's configuration. */
export class Git {
  readonly gitDir: string;
  /** What messages call the repository: the folder is nobody's business. */
  readonly label: string;
  readonly #executable: string;
  readonly #timeoutMs: number;
  readonly #sessions = new Map<string, GitSession>();
  readonly #shared = NextRun.create();
  readonly #settled = new LRUCache<string, GitOutput>({
    maxSize: MOST_KEPT,
    sizeCalculation: ({ stdout }, key) => stdout.length + key.length,
  });

  static create(options: {
    gitDir: string;
    label: string;
    executable?: string;
    /** A run that takes longer is ended; milliseconds. */
    timeoutMs?: number;
  }): Git {
    return new Git(options);
  }

  private constructor(options: {
    gitDir: string;
    label: string;
    executable?: string;
    timeoutMs?: number;
  }) {
    this.gitDir = options.gitDir;
    this.label = options.label;
    this.#executable = options.executable ?? 'git';
    this.#timeoutMs = options.timeoutMs ?? 60_000;
  }

  /** The same program and limits on another git directory. */
  at(gitDir: string): Git {
    return new Git({
      gitDir,
      label: this.label,
      executable: this.#executable,
      timeoutMs: this.#timeoutMs,
    });
  }

  /** Throws `git-failed` for an exit code that is not among `accept` (0 if left out). */
  async run(args: string[], options: GitInput = {}): Promise<GitOutput> {
    const { input = '', accept = [0] } = options;
    const child = this.#spawn(args, { timeout: this.#timeoutMs });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', chunk => stdout.push(chunk));
    child.stderr.on('data', chunk => stderr.push(chunk));
    // A git that ends before it has read everything says why on stderr; the broken pipe adds nothing.
    child.stdin.on('error', () => {});
    const output = await new Promise<GitOutput>((resolve, reject) => {
      child.on('error', cause => reject(this.#missing(cause)));
      child.on('close', (code, signal) => {
        const ended = signal ? `ended by ${signal}` : '';
        resolve({
          exitCode: code ?? 128,
          stdout: Buffer.concat(stdout),
          stderr: Buffer.concat(stderr).toString('utf8') + ended,
        });
      });
      child.stdin.end(input);
    });
    if (!accept.includes(output.exitCode)) {
      throw this.failure(args, output);
    }
    return output;
  }

  /** Like `run`, for a question that writes nothing: whoever asks the same meanwhile shares the next run. */
  share(args: string[]): Promise<GitOutput> {
    return this.#shared.ask(args.join('\0'), () => this.run(args));
  }

  /**
   * Like `run`, for a question about commits by their ids alone, whose answer never changes: it is kept, and the longest
   * unused go first. What fails is asked again.
   */
  async settled(
    args: string[],
    options: Pick<GitInput, 'accept'> = {},
  ): Promise<GitOutput> {
    const key = args.join('\0');
    const kept = this.#settled.get(key);
    if (kept) return kept;
    const answer = await this.run(args, options);
    if (answer.exitCode <= 1) this.#settled.set(key, answer);
    return answer;
  }

  failure(args: string[], output: GitOutput): Error {
    return gitHostError('git-failed', {
      command: args[0],
      repository: this.label,
      reason:
        output.stderr.replaceAll(this.gitDir, this.label).trim() ||
        `exit code ${output.exitCode}`,
    });
  }

  /**
   * Asks a git that stays for more questions; `end` is what it says when it has answered. Answers what came before that,
   * or what it said when it ended instead.
   */
  async ask(
    args: string[],
    options: { input: string; end: string },
  ): Promise<{ answer: Buffer } | { ended: GitOutput }> {
    const key = args.join(' ');
    const session =
      this.#sessions.get(key) ??
      GitSession.create({
        launch: () => this.#spawn(args),
        timeoutMs: this.#timeoutMs,
      });
    this.#sessions.set(key, session);
    return session.ask(options).catch(cause => {
      throw this.#missing(cause);
    });
  }

  #missing(cause: unknown): Error {
    const values = { executable: this.#executable };
    return gitHostError('git-missing', values, { cause });
  }

  #spawn(args: string[], options: { timeout?: number } = {}) {
    return spawn(
      this.#executable,
      // Named outright, the repository is not searched for, and nothing is created beside it.
      [`--git-dir=${this.gitDir}`, ...SETTINGS, ...args],
      { env: environment(), stdio: 'pipe', windowsHide: true, ...options },
    );
  }
}

/** Throws `git-missing` or `git-too-old` unless git 2.38 or newer answers. */
export async function checkGitVersion(git: Git): Promise<void> {
  const { stdout } = await git.run(['--version']);
  const version = stdout.toString('utf8').trim();
  const [, major, minor] = /(\d+)\.(\d+)/.exec(version) ?? [];
  if (!(Number(major) > 2 || (Number(major) === 2 && Number(minor) >= 38))) {
    throw gitHostError('git-too-old', { version });
  }
}
