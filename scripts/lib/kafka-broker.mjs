// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Apache Kafka for the suites: fetched by Maven, run by Java, in memory of nobody once it is stopped. No containers.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findJava } from './java.mjs';
import { fetchKafka, KAFKA } from './kafka-libraries.mjs';
import { prepareNode } from './kafka-node.mjs';
import {
  PLAIN_USER,
  propertiesOf,
  SECURITY,
  SUPERUSER,
} from './kafka-properties.mjs';
import { freePort } from './ports.mjs';
import { makeCertificates } from './test-certificates.mjs';

const LEAST_JAVA = 17;

async function portsFor(names) {
  const ports = {};
  for (const name of names) ports[name] = await freePort();
  return ports;
}

/**
 * Starts Apache Kafka in a temporary folder. `security`: `none`; `sasl` (SCRAM and ACLs); `tls` (TLS, mutual TLS and
 * PLAIN, each on a listener of its own, and ACLs). `line`: a port to which the one node sends whoever
 * comes by the listener `LINE`, which is open and only there then.
 *
 * Answers `clusterId`, `bootstrapServers` by listener (`CLIENT`; for `tls` also `MUTUAL` and `PLAIN`), `superuser`
 * (`{ username, password, mechanism }`), `certificates` (paths: `ca`, `clientCertificate`, `clientKey`), `nodes` with
 * `stop`, `kill` and `start` each, and `stop`, which also removes the folder.
 */
export async function startKafka({ root, nodes = 1, security = 'none', line }) {
  const [libraries, java] = await Promise.all([
    fetchKafka({ root }),
    findJava({ root, least: LEAST_JAVA }),
  ]);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fairway-kafka-'));
  const remove = () => fs.rmSync(folder, { recursive: true, force: true });
  const running = [];
  try {
    const certificates =
      security === 'tls' ? await makeCertificates({ folder }) : undefined;
    const settings = SECURITY[security]({ certificates });
    if (line) settings.listeners.LINE = 'PLAINTEXT';
    const clients = Object.keys(settings.listeners);
    const ports = [];
    for (let index = 0; index < nodes; index += 1)
      ports.push(await portsFor(['CONTROLLER', 'INTERNAL', ...clients]));
    const voters = ports
      .map(({ CONTROLLER }, index) => `${index + 1}@127.0.0.1:${CONTROLLER}`)
      .join(',');
    const clusterId = randomBytes(16).toString('base64url');

    const prepared = await Promise.all(
      ports.map((own, index) =>
        prepareNode({
          java,
          libraries,
          clusterId,
          folder: path.join(folder, `node-${index + 1}`),
          scram: security === 'sasl',
          ports: own,
          properties: data =>
            propertiesOf({
              id: index + 1,
              ports: own,
              ...(line && { advertised: { LINE: line } }),
              voters,
              nodes,
              security: settings,
              data,
            }),
        }),
      ),
    );
    running.push(...prepared);
    await Promise.all(prepared.map(node => node.start()));
    return {
      version: KAFKA,
      clusterId,
      bootstrapServers: Object.fromEntries(
        clients.map(name => [name, ports.map(own => `127.0.0.1:${own[name]}`)]),
      ),
      superuser: { none: undefined, sasl: SUPERUSER, tls: PLAIN_USER }[
        security
      ],
      certificates,
      nodes: prepared,
      stop: async () => {
        await Promise.all(prepared.map(node => node.stop()));
        remove();
      },
    };
  } catch (error) {
    await Promise.all(running.map(node => node.kill()));
    remove();
    throw error;
  }
}
