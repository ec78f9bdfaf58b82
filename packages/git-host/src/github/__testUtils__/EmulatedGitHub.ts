// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The npm package "emulate" as a child process: somebody else's GitHub, stateful, with real Git ids. Another person works
// in it by plain requests.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const EMULATED_OWNER = 'acme';
export const EMULATED_TOKEN = 'a-token-of-a-test';
/** Whom the token is of. */
export const EMULATED_BOT = { name: 'Acme Bot', email: 'bot@acme.example' };

const SEED = `tokens:
  ${EMULATED_TOKEN}: { login: ${EMULATED_OWNER}, scopes: [repo, user] }
github:
  users:
    - { login: ${EMULATED_OWNER}, name: ${EMULATED_BOT.name}, email: ${EMULATED_BOT.email} }
`;

/** Its program; the package has no entry that CommonJS could resolve. */
function programPath(): string {
  const folders = require.resolve.paths('emulate') ?? [];
  const path = folders
    .map(folder => join(folder, 'emulate', 'dist', 'index.js'))
    .find(existsSync);
  if (path === undefined) {
    throw new Error('the package "emulate" is not installed');
  }
  return path;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' ? address!.port : 0;
}

interface Entry {
  path: string;
  mode: string;
  type: 'blob';
  sha?: string | null;
  content?: string;
}

export class EmulatedGitHub {
  readonly host: string;
  readonly #child: ChildProcess;
  readonly #folder: string;
  #made = 0;

  static async start(): Promise<EmulatedGitHub> {
    const folder = mkdtempSync(join(tmpdir(), 'git-host-emulate-'));
    const seed = join(folder, 'seed.yaml');
    writeFileSync(seed, SEED);
    const port = await freePort();
    const child = spawn(
      process.execPath,
      [
        ...[programPath(), '--service', 'github'],
        ...['--port', String(port), '--seed', seed],
      ],
      { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let said = '';
    for await (const chunk of child.stdout!) {
      said += chunk;
      if (said.includes('Ready')) {
        break;
      }
    }
    if (!said.includes('Ready')) {
      throw new Error(`emulate did not start: ${said}`);
    }
    return new EmulatedGitHub({ child, folder, port });
  }

  private constructor(options: {
    child: ChildProcess;
    folder: string;
    port: number;
  }) {
    this.#child = options.child;
    this.#folder = options.folder;
    this.host = `127.0.0.1:${options.port}`;
  }

  async stop(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await ended;
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** A repository of its own, whose `main` has these files and no others. */
  async createRepository(entries: Entry[]): Promise<EmulatedRepository> {
    this.#made += 1;
    const repo = `infra-${this.#made}`;
    await this.request('POST', '/user/repos', { name: repo, auto_init: true });
    const repository = new EmulatedRepository(this, repo);
    await repository.begin(entries);
    return repository;
  }

  async request<TAnswer>(
    method: string,
    path: string,
    body?: object,
  ): Promise<TAnswer> {
    const response = await fetch(`http://${this.host}${path}`, {
      method,
      headers: { authorization: `Bearer ${EMULATED_TOKEN}` },
      body: body && JSON.stringify(body),
    });
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${response.status}`);
    }
    return (await response.json()) as TAnswer;
  }
}

export class EmulatedRepository {
  readonly repo: string;
  readonly #github: EmulatedGitHub;

  constructor(github: EmulatedGitHub, repo: string) {
    this.#github = github;
    this.repo = repo;
  }

  async begin(tree: Entry[]): Promise<void> {
    const parent = await this.#head('main');
    const gone = { path: 'README.md', mode: '100644', type: 'blob' } as const;
    const hasReadme = tree.some(({ path }) => path === gone.path);
    const entries = hasReadme ? tree : [...tree, { ...gone, sha: null }];
    await this.#commit('main', { parents: [parent!], entries });
  }

  async push(options: {
    branch: string;
    files: Record<string, string | undefined>;
  }): Promise<string> {
    const { branch, files } = options;
    const parent = (await this.#head(branch)) ?? (await this.#head('main'));
    const entries = Object.entries(files).map(([path, content]): Entry => {
      const place = { path, mode: '100644', type: 'blob' } as const;
      return content === undefined
        ? { ...place, sha: null }
        : { ...place, content };
    });
    return this.#commit(branch, { parents: [parent!], entries });
  }

  /** A merge commit: the files that the branch changed, put into the tree of `main`. */
  async merge(options: { branch: string }): Promise<string> {
    const base = (await this.#head('main'))!;
    const head = (await this.#head(options.branch))!;
    const { files } = await this.#ask<{
      files: { filename: string; status: string; sha: string }[];
    }>('GET', `/compare/${base}...${head}`);
    const entries = files.map(
      ({ filename, status, sha }): Entry => ({
        ...{ path: filename, mode: '100644', type: 'blob' },
        sha: status === 'removed' ? null : sha,
      }),
    );
    return this.#commit('main', { parents: [base, head], entries });
  }

  #ask<TAnswer>(method: string, path: string, body?: object) {
    const place = `/repos/${EMULATED_OWNER}/${this.repo}`;
    return this.#github.request<TAnswer>(method, `${place}${path}`, body);
  }

  async #head(branch: string): Promise<string | undefined> {
    const refs = await this.#ask<{ ref: string; object: { sha: string } }[]>(
      'GET',
      `/git/matching-refs/heads/${branch}`,
    );
    return refs.find(({ ref }) => ref === `refs/heads/${branch}`)?.object.sha;
  }

  async #commit(
    branch: string,
    options: { parents: string[]; entries: Entry[] },
  ): Promise<string> {
    const { parents, entries } = options;
    const before = await this.#ask<{ tree: { sha: string } }>(
      'GET',
      `/git/commits/${parents[0]}`,
    );
    const tree = await this.#ask<{ sha: string }>('POST', '/git/trees', {
      base_tree: before.tree.sha,
      tree: entries,
    });
    const { sha } = await this.#ask<{ sha: string }>('POST', '/git/commits', {
      ...{ message: `Work on ${branch}`, tree: tree.sha, parents },
    });
    const known = await this.#head(branch);
    await (known === undefined
      ? this.#ask('POST', '/git/refs', { ref: `refs/heads/${branch}`, sha })
      : this.#ask('PATCH', `/git/refs/heads/${branch}`, { sha }));
    return sha;
  }
}
