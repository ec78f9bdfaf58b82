// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The Kafka backend over HTTP, with authentication and permissions on, against Apache Kafka with 1,000 and 10,000 topics.
// Every answer is checked. Needs Java and Maven.
import { resolve } from 'node:path';
import type {
  ImportAnswer,
  KafkaPage,
  TopicSpec,
  TopicSummary,
} from '../plugins/kafka-self-serve-common/src';
import type { RequestDetail } from '../packages/requests-common/src';
import { PlatformaticKafkaAdmin } from '../plugins/kafka-self-serve-backend/src/kafka/PlatformaticKafkaAdmin';
import { quantile } from './ownership/measure';
import {
  ADMINISTRATOR,
  type KafkaBackend,
  OWNER,
  startBackend,
} from './kafka/backend';

const COUNTS = [1_000, 10_000];
const CALLS = 100;
const APPLIED = 30;
const PAGE = 20;
const FAR = 100;
const CREATED_AT_ONCE = 500;
/** Of the largest count. */
const TARGETS = { pageP95Ms: 20, syncMs: 700, importMs: 5_000, memoryMiB: 150 };

interface Broker {
  bootstrapServers: Record<string, string[]>;
  stop(): Promise<void>;
}

interface Result {
  topics: number;
  syncMs: number;
  lists: { question: string; p50Ms: number; p95Ms: number }[];
  importMs: number;
  driftMs: number;
  memoryMiB: number;
  appliedPerSecond: number;
}

const root = resolve(__dirname, '..');
const nameOf = (index: number) => `orders.t${String(index).padStart(5, '0')}`;

export default async function run(options: { json: boolean }): Promise<void> {
  const { startKafka } = require(resolve(
    root,
    'scripts/lib/kafka-broker.mjs',
  )) as { startKafka(from: { root: string }): Promise<Broker> };
  const results: Result[] = [];
  for (const topics of COUNTS) {
    const broker = await startKafka({ root });
    try {
      results.push(await measure(broker, topics));
    } finally {
      await broker.stop();
    }
  }
  const last = results.at(-1)!;
  const pageP95Ms = Math.max(...last.lists.map(({ p95Ms }) => p95Ms));
  const reached = {
    page: pageP95Ms <= TARGETS.pageP95Ms,
    sync: last.syncMs <= TARGETS.syncMs,
    import: last.importMs <= TARGETS.importMs,
    memory: last.memoryMiB <= TARGETS.memoryMiB,
  };
  const report = { results, pageP95Ms, targets: TARGETS, reached };
  process.stdout.write(
    options.json
      ? `${JSON.stringify(report, undefined, 2)}\n`
      : `${toText(report)}\n`,
  );
  if (!Object.values(reached).every(Boolean)) process.exitCode = 1;
}

async function measure(broker: Broker, count: number): Promise<Result> {
  const bootstrapServers = broker.bootstrapServers.CLIENT;
  await createTopics(bootstrapServers, count);
  collectGarbage();
  const backend = await startBackend({ bootstrapServers });
  try {
    const before = memoryMiB();
    // The first one opens the connections; what is measured is what comes round every minute.
    await sync(backend);
    const syncs: number[] = [];
    for (let turn = 0; turn < 5; turn++) syncs.push(await sync(backend));
    const lists = await measureLists(backend, count);
    await makeOwner(backend);
    const { tookMs: importMs, answer } = await backend.call<ImportAnswer>(
      ADMINISTRATOR,
      '/import',
      {
        environment: 'bench',
        topics: Array.from({ length: count }, (_, index) => ({
          name: nameOf(index),
          instance: 'orders@bench',
        })),
      },
    );
    if (answer.imported !== count) {
      throw new Error(`${answer.imported} of ${count} topics were imported`);
    }
    const memory = memoryMiB() - before;
    const { tookMs: driftMs } = await backend.call(
      ADMINISTRATOR,
      '/drift?environment=bench',
    );
    return {
      topics: count,
      syncMs: median(syncs),
      lists,
      importMs,
      driftMs,
      memoryMiB: memory,
      appliedPerSecond: await measureApply(backend),
    };
  } finally {
    await backend.stop();
  }
}

async function createTopics(
  bootstrapServers: string[],
  count: number,
): Promise<void> {
  const admin = PlatformaticKafkaAdmin.create({
    connection: {
      name: 'bench',
      bootstrapServers,
      connectTimeout: 5_000,
      requestTimeout: 60_000,
    },
  });
  try {
    for (let from = 0; from < count; from += CREATED_AT_ONCE) {
      await admin.createTopics(
        Array.from(
          { length: CREATED_AT_ONCE },
          (_, index): TopicSpec => ({
            name: nameOf(from + index),
            partitions: 1,
            replicationFactor: 1,
            configs: index % 4 === 0 ? { 'retention.ms': '3600000' } : {},
          }),
        ),
      );
    }
    // What was created shows late.
    while ((await admin.listTopics()).length < count) {
      await new Promise(resolve => setTimeout(resolve, 200));
    }
  } finally {
    await admin.close();
  }
}

async function sync(backend: KafkaBackend): Promise<number> {
  const { tookMs, answer } = await backend.call<{ reachable: boolean }>(
    ADMINISTRATOR,
    '/environments/bench/sync',
    {},
  );
  if (!answer.reachable) throw new Error(JSON.stringify(answer));
  return tookMs;
}

async function measureLists(
  backend: KafkaBackend,
  count: number,
): Promise<Result['lists']> {
  const pages = Math.min(FAR, count / PAGE);
  let far: string | undefined;
  for (let page = 1; page < pages; page++) {
    const { answer } = await backend.call<KafkaPage<TopicSummary>>(
      OWNER,
      `/topics?environment=bench${
        far === undefined ? '' : `&cursor=${encodeURIComponent(far)}`
      }`,
    );
    far = answer.nextCursor;
  }
  const first = (page: KafkaPage<TopicSummary>) => page.items[0]?.name;
  const questions: Record<
    string,
    { path: string; expected: string; total: number }
  > = {
    'page 1': { path: '', expected: nameOf(0), total: count },
    [`page ${pages}`]: {
      path: `&cursor=${encodeURIComponent(far ?? '')}`,
      expected: nameOf(PAGE * (pages - 1)),
      total: count,
    },
    'search, one fits': {
      path: `&q=${nameOf(count - 1)}`,
      expected: nameOf(count - 1),
      total: 1,
    },
    'search, many fit': {
      path: '&q=t00',
      expected: nameOf(0),
      total: Math.min(count, 1_000),
    },
  };
  const times = new Map(
    Object.keys(questions).map(name => [name, [] as number[]]),
  );
  for (let turn = -10; turn < CALLS; turn++) {
    for (const [name, { path: query, expected, total }] of Object.entries(
      questions,
    )) {
      const { tookMs, answer } = await backend.call<KafkaPage<TopicSummary>>(
        OWNER,
        `/topics?environment=bench${query}`,
      );
      if (first(answer) !== expected || answer.total !== total) {
        throw new Error(
          `${name}: ${first(answer)} of ${
            answer.total
          }, and not ${expected} of ${total}`,
        );
      }
      if (turn >= 0) times.get(name)!.push(tookMs);
    }
  }
  return [...times].map(([question, all]) => {
    const sorted = all.sort((one, other) => one - other);
    return {
      question,
      p50Ms: quantile(sorted, 0.5),
      p95Ms: quantile(sorted, 0.95),
    };
  });
}

let keys = 0;

/** Asks, approves as an administrator, and waits for the end. */
async function carryOut(
  backend: KafkaBackend,
  as: string,
  kind: string,
  payload: object,
): Promise<void> {
  const { answer } = await backend.call<{ request: RequestDetail }>(
    as,
    '/requests',
    {
      kind,
      payload,
      justification: 'bench',
      submit: 'now',
      idempotencyKey: `bench-${keys++}`,
    },
  );
  const { id, decision, planDigest } = answer.request;
  if (decision === 'pending') {
    await backend.call(ADMINISTRATOR, `/requests/${id}/approve`, {
      planDigest,
    });
  }
  for (;;) {
    const { answer: now } = await backend.call<RequestDetail>(
      ADMINISTRATOR,
      `/requests/${id}`,
    );
    if (now.execution === 'succeeded') return;
    if (now.execution === 'failed' || now.execution === 'partially-applied') {
      throw new Error(JSON.stringify(now.steps));
    }
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

async function makeOwner(backend: KafkaBackend): Promise<void> {
  await carryOut(backend, OWNER, 'kafka.application', {
    operation: 'create',
    name: 'orders',
    ownerRef: 'group:default/orders',
    componentRef: 'component:default/orders',
  });
  await carryOut(backend, OWNER, 'kafka.application-instance', {
    operation: 'create',
    application: 'orders',
    environment: 'bench',
    principals: ['User:orders'],
    patterns: [{ type: 'TOPIC', pattern: 'PREFIXED', name: 'made.' }],
  });
}

/** Topics that are asked for, approved, created and read back, each second; ten people at once. */
async function measureApply(backend: KafkaBackend): Promise<number> {
  const from = performance.now();
  let next = 0;
  const person = async () => {
    while (next < APPLIED) {
      const name = `made.t${next++}`;
      await carryOut(backend, OWNER, 'kafka.topic', {
        operation: 'create',
        environment: 'bench',
        instance: 'orders@bench',
        name,
        partitions: 1,
        replicationFactor: 1,
      });
    }
  };
  await Promise.all(Array.from({ length: 10 }, person));
  return APPLIED / ((performance.now() - from) / 1_000);
}

function collectGarbage(): void {
  (globalThis as { gc?: () => void }).gc?.();
}

function memoryMiB(): number {
  collectGarbage();
  return process.memoryUsage().rss / 1024 / 1024;
}

const median = (values: number[]) =>
  quantile(
    values.sort((one, other) => one - other),
    0.5,
  );

function toText({
  results,
  pageP95Ms,
  reached,
}: {
  results: Result[];
  pageP95Ms: number;
  reached: Record<'page' | 'sync' | 'import' | 'memory', boolean>;
}): string {
  const yes = (is: boolean) => (is ? 'reached' : 'NOT reached');
  const last = results.at(-1)!;
  return [
    'Kafka over HTTP on Apache Kafka; all answers checked',
    ...results.flatMap(each => [
      `\n${each.topics.toLocaleString('en-GB')} topics`,
      ...each.lists.map(
        ({ question, p50Ms, p95Ms }) =>
          `  ${question}: p50 ${p50Ms.toFixed(1)} ms, p95 ${p95Ms.toFixed(
            1,
          )} ms`,
      ),
      `  sync ${each.syncMs.toFixed(0)} ms, import ${each.importMs.toFixed(
        0,
      )} ms, drift page ${each.driftMs.toFixed(
        0,
      )} ms, memory ${each.memoryMiB.toFixed(
        0,
      )} MiB more, ${each.appliedPerSecond.toFixed(
        1,
      )} topics a second from request to read-back`,
    ]),
    `\nSlowest page p95 ${pageP95Ms.toFixed(1)} ms, at most ${
      TARGETS.pageP95Ms
    }: ${yes(reached.page)}`,
    `Sync ${last.syncMs.toFixed(0)} ms, at most ${TARGETS.syncMs}: ${yes(
      reached.sync,
    )}`,
    `Import ${last.importMs.toFixed(0)} ms, at most ${TARGETS.importMs}: ${yes(
      reached.import,
    )}`,
    `Memory ${last.memoryMiB.toFixed(0)} MiB, at most ${
      TARGETS.memoryMiB
    }: ${yes(reached.memory)}`,
  ].join('\n');
}
