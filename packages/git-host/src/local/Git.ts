// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { spawn } from 'node:child_process';
import { gitHostError } from '../errors';

/** What a run of git answered. */
export interface GitOutput {
  exitCode: number;
  stdout: Buffer;
  stderr: string;
}

export interface GitInput {
  input?: Buffer | string;
  /** Exit codes that are no failure; 0 if left out. */
  accept?: number[];
}

/** A git that waits for its input. */
export interface StartedGit {
  /** Throws `git-failed` for an exit code that is not accepted. */
  finish(options?: GitInput): Promise<GitOutput>;
  /** It is not needed after all: without any input it does nothing. */
  drop(): void;
}

/** The empty tree as the only source of attributes: a repository's `-diff` must not hide a change from its reader. */
const NO_ATTRIBUTES = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

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
    return this.start(args).finish(options);
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

  /** Starts git ahead of its input, so that several start up at once; every one has to be finished or dropped. */
  start(args: string[]): StartedGit {
    const child = spawn(
      this.#executable,
      // Named outright, the repository is not searched for, and nothing is created beside it.
      [`--git-dir=${this.gitDir}`, ...SETTINGS, ...args],
      {
        env: environment(),
        stdio: 'pipe',
        timeout: this.#timeoutMs,
        windowsHide: true,
      },
    );
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', chunk => stdout.push(chunk));
    child.stderr.on('data', chunk => stderr.push(chunk));
    // A git that ends before it has read everything says why on stderr; the broken pipe adds nothing.
    child.stdin.on('error', () => {});
    const output = new Promise<GitOutput>((resolve, reject) => {
      const missing = { executable: this.#executable };
      child.on('error', cause =>
        reject(gitHostError('git-missing', missing, { cause })),
      );
      child.on('close', (code, signal) => {
        const ended = signal ? `ended by ${signal}` : '';
        resolve({
          exitCode: code ?? 128,
          stdout: Buffer.concat(stdout),
          stderr: Buffer.concat(stderr).toString('utf8') + ended,
        });
      });
    });
    // Told by `finish`, when that is asked for.
    output.catch(() => {});
    return {
      finish: async ({ input = '', accept = [0] } = {}) => {
        child.stdin.end(input);
        const done = await output;
        if (!accept.includes(done.exitCode)) {
          throw this.failure(args, done);
        }
        return done;
      },
      drop: () => {
        child.stdin.end();
      },
    };
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
