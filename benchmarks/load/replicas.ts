// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Replicas of the production build, which share a PostgreSQL and the folder of the repositories, behind the proxy.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writeCompany } from './company';
import { type Proxy, startProxy } from './proxy';

const COUNT = 2;
const PROXY_SEES_WITHIN_MS = 10_000;

interface Child {
  pid: number;
  kill(signal: string): boolean;
}

/** Several processes that end together, as scripts/lib/children.mjs has them. */
interface Children {
  start(...command: unknown[]): {
    child: Child;
    ended: Promise<number | string>;
  };
  stop(): Promise<void>;
}

export interface Memory {
  replica: string;
  residentMiB: number;
  /** The most that it had. */
  peakMiB: number;
}

export interface Replicas {
  url: string;
  git: string;
  connectionString: string;
  /** Ends one as a machine that loses power does. */
  kill(index: number): Promise<void>;
  /** Starts it again; resolves when the proxy sends people there. */
  startAgain(index: number): Promise<void>;
  memory(): Memory[];
  stop(): Promise<void>;
}

const script = (name: string) =>
  require(resolve(__dirname, '../../scripts/lib', `${name}.mjs`));

export async function startReplicas(options: {
  people: number;
}): Promise<Replicas> {
  const root = resolve(__dirname, '../..');
  const { Children } = script('children');
  const { freePort } = script('ports');
  const { startPostgres } = script('postgres');
  const { stopWhenAskedToEnd } = script('processes');
  const { buildFrontend, startProductionPortal } = script('production');
  const { seedRepositories } = script('seed');
  const { waitFor } = script('wait');

  const data = await mkdtemp(join(tmpdir(), 'fairway-load-'));
  const git = join(data, 'git');
  const config = writeCompany({ count: options.people, root, into: data });
  seedRepositories({ examples: join(root, 'examples'), into: git });
  if (!existsSync(join(root, 'packages/app/dist/index.html'))) {
    await buildFrontend({ root });
  }
  const postgres = await startPostgres({ root });
  const proxyPort = await freePort();
  const ports: number[] = [];
  while (ports.length < COUNT) ports.push(await freePort());
  const running: ReturnType<Children['start']>[] = [];

  const all: Children[] = [];

  const start = async (index: number) => {
    const children: Children = new Children();
    all.push(children);
    const begin = children.start.bind(children);
    let started: ReturnType<Children['start']> | undefined;
    children.start = (...command) => {
      started = begin(...command);
      return started;
    };
    await startProductionPortal({
      root,
      children,
      data: join(data, `replica-${index}`),
      port: ports[index],
      postgresPort: postgres.port,
      config: [config],
      env: { FAIRWAY_URL: `http://localhost:${proxyPort}` },
    });
    running[index] = started!;
  };
  const pidOf = (index: number) => running[index].child.pid;

  let proxy: Proxy | undefined;
  const stop = async () => {
    await proxy?.stop();
    await Promise.all(all.map(children => children.stop()));
    await postgres.stop();
    rmSync(data, { recursive: true, force: true });
  };
  stopWhenAskedToEnd(stop);
  try {
    // One after another: the first makes the tables.
    for (let index = 0; index < COUNT; index++) await start(index);
    proxy = await startProxy({
      port: proxyPort,
      replicas: ports.map(port => `http://127.0.0.1:${port}`),
    });
  } catch (error) {
    await stop();
    throw error;
  }
  const { url, ready } = proxy;
  return {
    url,
    git: join(git, 'acme', 'infrastructure-live.git'),
    connectionString: postgres.connectionString,
    kill: async index => {
      running[index].child.kill('SIGKILL');
      await running[index].ended;
    },
    startAgain: async index => {
      await start(index);
      await waitFor('The proxy', () => ready() === COUNT, {
        withinMs: PROXY_SEES_WITHIN_MS,
      });
    },
    memory: () =>
      running.map((_, index) => memoryOf(`replica ${index + 1}`, pidOf(index))),
    stop,
  };
}

/** From the kernel's own account of the process. */
function memoryOf(replica: string, pid: number): Memory {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const mebibytes = (field: string) =>
    Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) /
    1_024;
  return {
    replica,
    residentMiB: mebibytes('VmRSS'),
    peakMiB: mebibytes('VmHWM'),
  };
}
