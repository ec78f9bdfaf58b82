// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The Kafka backend over HTTP, with authentication and permissions on, against Apache Kafka with 1,000 and 10,000 topics.
// Every answer is checked. Needs Java and Maven. npm run bench -- kafka [--topics 1000,10000] [--json]
import type {
  DriftEntry,
  ImportAnswer,
  KafkaPage,
} from '../plugins/kafka-self-serve-common/src';
import { type BenchOptions, readOptions, tellReport } from './common/command';
import {
  ADMINISTRATOR,
  type KafkaBackend,
  startBackend,
} from './kafka/backend';
import { measureLists } from './kafka/lists';
import { type Growth, watchMemory } from './kafka/memory';
import { reportOf, type Result, toText } from './kafka/report';
import { makeOwner, measureApply } from './kafka/requests';
import { root, startKafka } from './kafka/tools';
import { changeTopic, createTopics, nameOf } from './kafka/topics';
import { quantile } from './ownership/measure';

/** What `--help` says. */
export const usage =
  '--topics N,M: how many topics the clusters have, one after the other; 1000,10000 unless given';

export default async function run(options: BenchOptions): Promise<void> {
  const values = readOptions(options, { topics: '1000,10000' });
  const results: Result[] = [];
  for (const topics of values.topics.split(',').map(Number)) {
    const broker = await startKafka({ root });
    try {
      results.push(await measure(broker.bootstrapServers.CLIENT, topics));
    } finally {
      await broker.stop();
    }
  }
  const report = reportOf(results);
  tellReport({
    json: options.json,
    report,
    toText,
    isReached: Object.values(report.reached).every(Boolean),
  });
}

async function measure(
  bootstrapServers: string[],
  count: number,
): Promise<Result> {
  await createTopics(bootstrapServers, count);
  const backend = await startBackend({ bootstrapServers });
  const watch = watchMemory();
  try {
    const memory: Record<string, Growth> = {};
    // The first one opens the connections; what is measured is what comes round every minute.
    await sync(backend);
    const syncs: number[] = [];
    for (let turn = 0; turn < 5; turn++) syncs.push(await sync(backend));
    memory.sync = watch.growth();
    const lists = await measureLists(backend, count);
    memory.lists = watch.growth();
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
    memory.import = watch.growth();
    const changed = await changeTopic(bootstrapServers);
    const from = performance.now();
    await backend.scanForDrift();
    const scanMs = performance.now() - from;
    memory['drift scan'] = watch.growth();
    const { tookMs: driftMs, answer: drift } = await backend.call<
      KafkaPage<DriftEntry>
    >(ADMINISTRATOR, '/drift?environment=bench');
    const found = drift.items.map(({ name }) => name).join(', ');
    if (found !== changed) {
      throw new Error(`The drift of ${changed} was made, and found: ${found}`);
    }
    return {
      topics: count,
      syncMs: median(syncs),
      lists,
      importMs,
      scanMs,
      driftMs,
      emptyMiB: watch.before.resident,
      memory,
      memoryMiB: Math.max(
        ...Object.values(memory).map(({ resident }) => resident),
      ),
      appliedPerSecond: await measureApply(backend),
    };
  } finally {
    watch.stop();
    await backend.stop();
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

const median = (values: number[]) =>
  quantile(
    values.sort((one, other) => one - other),
    0.5,
  );
