// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// One node of Kafka: its folder formatted, its process started and ended.
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { JAVA_FLAGS, JavaProcess } from './java-process.mjs';
import { SUPERUSER, written } from './kafka-properties.mjs';
import { runQuietly } from './processes.mjs';

const STARTS_WITHIN_MS = 90_000;

const answers = port =>
  new Promise(resolve => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

/** Made ready in a folder of its own, with `start`, `stop` and `kill`, `pause` and `resume`. */
export async function prepareNode({
  java,
  libraries,
  clusterId,
  folder,
  scram,
  ports,
  properties,
}) {
  fs.mkdirSync(folder);
  const file = path.join(folder, 'server.properties');
  fs.writeFileSync(file, written(properties(path.join(folder, 'data'))));
  const program = [
    ...JAVA_FLAGS,
    '-Xmx1536m',
    '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn',
    '-cp',
    path.join(libraries, '*'),
  ];
  const formatted = await runQuietly(java, [
    ...program,
    'kafka.tools.StorageTool',
    'format',
    '--ignore-formatted',
    // In one word: an id may begin with a dash.
    `--cluster-id=${clusterId}`,
    '-c',
    file,
    ...(scram
      ? [
          '--add-scram',
          `SCRAM-SHA-512=[name=${SUPERUSER.username},password=${SUPERUSER.password}]`,
        ]
      : []),
  ]);
  if (formatted.code !== 0)
    throw new Error(
      `Kafka could not format its folder:\n${formatted.output.trim()}`,
    );
  const broker = new JavaProcess({
    java,
    args: [...program, 'kafka.Kafka', file],
    log: path.join(folder, 'broker.log'),
    cwd: folder,
  });
  return {
    start: () =>
      broker.start({
        what: 'Apache Kafka is ready',
        isReady: async () =>
          (
            await Promise.all(
              Object.entries(ports)
                .filter(([name]) => name !== 'CONTROLLER')
                .map(([, port]) => answers(port)),
            )
          ).every(Boolean),
        withinMs: STARTS_WITHIN_MS,
      }),
    stop: () => broker.stop(),
    kill: () => broker.kill(),
    pause: () => broker.pause(),
    resume: () => broker.resume(),
  };
}
