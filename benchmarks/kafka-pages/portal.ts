// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The production build on PostgreSQL, with an Apache Kafka that has the topics; every tenth belongs to an application.
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ImportAnswer } from '../../plugins/kafka-self-serve-common/src';
import { ADMINISTRATOR, type KafkaBackend, OWNER } from '../kafka/backend';
import { makeOwner } from '../kafka/requests';
import { root, startKafka, waitFor } from '../kafka/tools';
import { createTopics, nameOf } from '../kafka/topics';
import { proxyHeaders, writeConfiguration } from './people';

const SIGN_IN_WITHIN_MS = 120_000;
const IMPORTED_AT_ONCE = 1_000;
/** Of so many topics one belongs to somebody. */
export const OWNED_EVERY = 10;

const script = (name: string) =>
  require(resolve(root, 'scripts/lib', `${name}.mjs`));

/** Starts it; `isBuilt` takes the bundle that lies there, whatever its age. */
export async function startPortal(options: {
  topics: number;
  isBuilt: boolean;
}): Promise<{ address: string; stop(): Promise<void> }> {
  const { topics, isBuilt } = options;
  const { Children } = script('children');
  const { freePort } = script('ports');
  const { startPostgres } = script('postgres');
  const { stopWhenAskedToEnd } = script('processes');
  const { buildFrontend, startProductionPortal } = script('production');
  const { seedRepositories } = script('seed');

  if (!isBuilt) await buildFrontend({ root });
  const data = await mkdtemp(join(tmpdir(), 'fairway-pages-'));
  const children = new Children();
  const started: { stop(): Promise<void> }[] = [children];
  const stop = async () => {
    for (const each of started) await each.stop();
    rmSync(data, { recursive: true, force: true });
  };
  stopWhenAskedToEnd(stop);
  try {
    const broker = await startKafka({ root });
    started.push(broker);
    const bootstrapServers = broker.bootstrapServers.CLIENT;
    await createTopics(bootstrapServers, topics);
    seedRepositories({
      examples: join(root, 'examples'),
      into: join(data, 'git'),
    });
    const postgres = await startPostgres({ root });
    started.push(postgres);
    const { address } = await startProductionPortal({
      root,
      children,
      data,
      port: await freePort(),
      postgresPort: postgres.port,
      config: [writeConfiguration({ root, into: data, bootstrapServers })],
      env: {},
    });
    await fill(await connect(address), topics);
    return { address, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The API as the administrator and the owner, when the catalog knows both. */
async function connect(address: string): Promise<Pick<KafkaBackend, 'call'>> {
  const tokenOf = async (ref: string): Promise<string | undefined> => {
    const answer = await fetch(`${address}/api/auth/oauth2Proxy/refresh`, {
      headers: { 'x-requested-with': 'XMLHttpRequest', ...proxyHeaders(ref) },
    });
    return answer.ok
      ? (await answer.json()).backstageIdentity.token
      : undefined;
  };
  for (const ref of [ADMINISTRATOR, OWNER]) {
    await waitFor(`${ref} in the catalog`, () => tokenOf(ref), {
      withinMs: SIGN_IN_WITHIN_MS,
    });
  }
  return {
    async call<T>(as: string, path: string, body?: object) {
      const from = performance.now();
      const response = await fetch(`${address}/api/kafka-self-serve${path}`, {
        method: body ? 'POST' : 'GET',
        headers: {
          authorization: `Bearer ${await tokenOf(as)}`,
          ...(body && { 'content-type': 'application/json' }),
        },
        body: body && JSON.stringify(body),
      });
      const answer = (await response.json()) as T;
      if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
      return { tookMs: performance.now() - from, answer };
    },
  };
}

/** Reads the cluster, and gives the owner what is the owner's. */
async function fill(
  backend: Pick<KafkaBackend, 'call'>,
  count: number,
): Promise<void> {
  const { answer } = await backend.call<{ reachable: boolean }>(
    ADMINISTRATOR,
    '/environments/bench/sync',
    {},
  );
  if (!answer.reachable) throw new Error(JSON.stringify(answer));
  await makeOwner(backend);
  const owned = Array.from(
    { length: Math.ceil(count / OWNED_EVERY) },
    (_, index) => nameOf(index * OWNED_EVERY),
  );
  for (let from = 0; from < owned.length; from += IMPORTED_AT_ONCE) {
    const names = owned.slice(from, from + IMPORTED_AT_ONCE);
    const { answer: done } = await backend.call<ImportAnswer>(
      ADMINISTRATOR,
      '/import',
      {
        environment: 'bench',
        topics: names.map(name => ({ name, instance: 'orders@bench' })),
      },
    );
    if (done.imported !== names.length) {
      throw new Error(`${done.imported} of ${names.length} were imported`);
    }
  }
}
