// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = join(__dirname, '../../../../..');

/** Does what it is told, line by line, and answers each with a line. */
const PROGRAM = `
import { createInterface } from 'node:readline';
import { startKafka } from './scripts/lib/kafka-broker.mjs';
const say = answer => process.stdout.write(JSON.stringify(answer) + '\\n');
const kafka = await startKafka({ root: process.cwd() });
const [node] = kafka.nodes;
say({ servers: kafka.bootstrapServers.CLIENT });
for await (const order of createInterface({ input: process.stdin })) {
  await node[order]();
  say({ done: order });
}
await kafka.stop();
process.exit(0);
`;

/** An Apache Kafka of one's own, open, of one node, that can be ended and started again. */
export async function startOwnKafka() {
  const child = spawn(
    process.execPath,
    ['--input-type=module', '--eval', PROGRAM],
    { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const ended = once(child, 'exit');
  const answers = createInterface({ input: child.stdout })[
    Symbol.asyncIterator
  ]();
  const next = async () => {
    const { value, done } = await answers.next();
    if (done) throw new Error('Apache Kafka did not start');
    return JSON.parse(value);
  };
  const tell = async (
    order: 'start' | 'stop' | 'kill' | 'pause' | 'resume',
  ) => {
    child.stdin.write(`${order}\n`);
    await next();
  };
  const { servers } = await next();
  return {
    servers: servers as string[],
    /** As when the machine loses power. */
    kill: () => tell('kill'),
    /** In order. */
    stop: () => tell('stop'),
    start: () => tell('start'),
    /** It hangs: connections stay, and nothing is answered. */
    pause: () => tell('pause'),
    resume: () => tell('resume'),
    async end() {
      child.stdin.end();
      await ended;
    },
  };
}
