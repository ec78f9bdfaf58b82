// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The npm package "emulate" as a child process: somebody else's GitHub, stateful, with real Git ids. Another person works
// in it by plain requests.
import type { GithubAppConfig } from '@backstage/integration';
import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const EMULATED_OWNER = 'acme';
export const EMULATED_TOKEN = 'a-token-of-a-test';
/** Whom the token is of. */
export const EMULATED_BOT = { name: 'Acme Bot', email: 'bot@acme.example' };

const APP_ID = 7;

const seedOf = (privateKey: string) => ({
  tokens: { [EMULATED_TOKEN]: { login: EMULATED_OWNER, scopes: ['repo'] } },
  github: {
    users: [{ login: EMULATED_OWNER, ...EMULATED_BOT }],
    apps: [
      {
        ...{ app_id: APP_ID, slug: 'fairway', name: 'Fairway' },
        private_key: privateKey,
        permissions: { contents: 'write', pull_requests: 'write' },
        installations: [{ installation_id: 70, account: EMULATED_OWNER }],
      },
    ],
  },
});

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

type Request = <TAnswer>(
  method: string,
  path: string,
  body?: object,
) => Promise<TAnswer>;

export class EmulatedRepository {
  readonly repo: string;
  readonly #request: Request;

  constructor(options: { repo: string; request: Request }) {
    this.repo = options.repo;
    this.#request = options.request;
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

  /** Ids of the commits of `main`, newest first. */
  async history(): Promise<string[]> {
    const commits = await this.#ask<{ sha: string }[]>('GET', '/commits');
    return commits.map(({ sha }) => sha);
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
    return this.#request<TAnswer>(method, `${place}${path}`, body);
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

export class EmulatedGitHub {
  readonly host: string;
  /** An app that is installed for the owner, as an integration names it. */
  readonly app: GithubAppConfig;
  readonly #child: ChildProcess;
  readonly #folder: string;
  #made = 0;

  static async start(): Promise<EmulatedGitHub> {
    const folder = mkdtempSync(join(tmpdir(), 'git-host-emulate-'));
    const { privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
      publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
    });
    const seed = join(folder, 'seed.json');
    writeFileSync(seed, JSON.stringify(seedOf(privateKey)));
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
    return new EmulatedGitHub({ child, folder, port, privateKey });
  }

  private constructor(options: {
    child: ChildProcess;
    folder: string;
    port: number;
    privateKey: string;
  }) {
    this.app = {
      ...{ appId: APP_ID, privateKey: options.privateKey },
      ...{ clientId: '', clientSecret: '', webhookSecret: '' },
    };
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
    const repository = this.repositoryToBe();
    const { repo } = repository;
    await this.request('POST', '/user/repos', { name: repo, auto_init: true });
    await repository.begin(entries);
    return repository;
  }

  /** A name that no other repository has. */
  repositoryToBe(): EmulatedRepository {
    this.#made += 1;
    return new EmulatedRepository({
      repo: `infra-${this.#made}`,
      request: this.request.bind(this),
    });
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
