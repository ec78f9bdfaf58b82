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
import { openLine } from './scripts/lib/cuttable-line.mjs';
import { startKafka } from './scripts/lib/kafka-broker.mjs';
const say = answer => process.stdout.write(JSON.stringify(answer) + '\\n');
const line = await openLine();
const kafka = await startKafka({
  root: process.cwd(),
  line: line.port,
});
const [node] = kafka.nodes;
line.leadTo(Number(kafka.bootstrapServers.LINE[0].split(':')[1]));
say({
  servers: kafka.bootstrapServers.CLIENT,
  byLine: ['127.0.0.1:' + line.port],
});
for await (const order of createInterface({ input: process.stdin })) {
  await (order in line ? line : node)[order]();
  say({ done: order });
}
await line.cut();
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
    order: 'start' | 'stop' | 'kill' | 'pause' | 'resume' | 'cut' | 'mend',
  ) => {
    child.stdin.write(`${order}\n`);
    await next();
  };
  const { servers, byLine } = await next();
  return {
    servers: servers as string[],
    /** The same one, by a line that can be cut. */
    byLine: byLine as string[],
    /** As when the machine loses power. */
    kill: () => tell('kill'),
    /** In order. */
    stop: () => tell('stop'),
    start: () => tell('start'),
    /** It hangs: connections stay, and nothing is answered. */
    pause: () => tell('pause'),
    resume: () => tell('resume'),
    /** Connections of the line break, and there are no new ones. */
    cut: () => tell('cut'),
    mend: () => tell('mend'),
    async end() {
      child.stdin.end();
      await ended;
    },
  };
}
