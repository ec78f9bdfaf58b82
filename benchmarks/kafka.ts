// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The Kafka backend over HTTP, with authentication and permissions on, against Apache Kafka with 1,000 and 10,000 topics.
// Every answer is checked. Needs Java and Maven. npm run bench -- kafka [--topics 1000,10000] [--json]
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { ImportAnswer } from '../plugins/kafka-self-serve-common/src';
import {
  ADMINISTRATOR,
  type KafkaBackend,
  startBackend,
} from './kafka/backend';
import { measureLists } from './kafka/lists';
import { reportOf, type Result, toText } from './kafka/report';
import { makeOwner, measureApply } from './kafka/requests';
import { root, startKafka } from './kafka/tools';
import { createTopics, nameOf } from './kafka/topics';
import { quantile } from './ownership/measure';

/** What `--help` says. */
export const usage =
  '--topics N,M: how many topics the clusters have, one after the other; 1000,10000 unless given';

export default async function run(options: {
  json: boolean;
  args: string[];
}): Promise<void> {
  const { values } = parseArgs({
    args: options.args,
    options: {
      topics: { type: 'string', default: '1000,10000' },
      json: { type: 'boolean' },
    },
  });
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
  process.stdout.write(
    options.json
      ? `${JSON.stringify(report, undefined, 2)}\n`
      : `${toText(report)}\n`,
  );
  if (!Object.values(report.reached).every(Boolean)) process.exitCode = 1;
}

async function measure(
  bootstrapServers: string[],
  count: number,
): Promise<Result> {
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

async function sync(backend: KafkaBackend): Promise<number> {
  const { tookMs, answer } = await backend.call<{ reachable: boolean }>(
    ADMINISTRATOR,
    '/environments/bench/sync',
    {},
  );
  if (!answer.reachable) throw new Error(JSON.stringify(answer));
  return tookMs;
}

// What is to be measured is what the backend holds, and not what nobody has thrown away yet.
setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

function memoryMiB(): number {
  collectGarbage();
  return process.memoryUsage().rss / 1024 / 1024;
}

const median = (values: number[]) =>
  quantile(
    values.sort((one, other) => one - other),
    0.5,
  );
