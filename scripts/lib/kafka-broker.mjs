// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Apache Kafka for the suites: fetched by Maven, run by Java, in memory of nobody once it is stopped. No containers.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fetchWithMaven, findJava } from './java.mjs';
import { JAVA_FLAGS, JavaProcess } from './java-process.mjs';
import { freePort } from './ports.mjs';
import { runQuietly } from './processes.mjs';
import { makeCertificates } from './test-certificates.mjs';

const KAFKA = '4.4.0';
const LOGGING = '1.7.36';
const DEPENDENCY_PLUGIN =
  'org.apache.maven.plugins:maven-dependency-plugin:3.8.1';
const LEAST_JAVA = 17;
const STARTS_WITHIN_MS = 90_000;

const SUPERUSER = {
  username: 'admin',
  password: 'admin-secret',
  mechanism: 'SCRAM-SHA-512',
};
const PLAIN_USER = {
  username: 'plain-admin',
  password: 'plain-secret',
  mechanism: 'PLAIN',
};

const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>dev.fairway</groupId>
  <artifactId>test-broker</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>org.apache.kafka</groupId>
      <artifactId>kafka_2.13</artifactId>
      <version>${KAFKA}</version>
    </dependency>
    <dependency>
      <groupId>org.slf4j</groupId>
      <artifactId>slf4j-simple</artifactId>
      <version>${LOGGING}</version>
    </dependency>
  </dependencies>
</project>
`;

/** The folder with Kafka's libraries, fetched when they are not there. */
export function fetchKafka({ root }) {
  return fetchWithMaven({
    root,
    name: `kafka-${KAFKA}`,
    goals: folder => {
      const file = path.join(folder, 'pom.xml');
      fs.writeFileSync(file, pom);
      return [
        '-f',
        file,
        `${DEPENDENCY_PLUGIN}:copy-dependencies`,
        '-DincludeScope=runtime',
        `-DoutputDirectory=${folder}`,
      ];
    },
  });
}

const answers = port =>
  new Promise(resolve => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

const jaas = (module, options) =>
  `org.apache.kafka.common.security.${module} required ${options};`;

/** Listeners for clients; the nodes talk to each other on one of their own. */
const SECURITY = {
  none: () => ({ listeners: { CLIENT: 'PLAINTEXT' }, properties: {} }),
  sasl: () => ({
    listeners: { CLIENT: 'SASL_PLAINTEXT' },
    properties: {
      'sasl.enabled.mechanisms': 'SCRAM-SHA-256,SCRAM-SHA-512',
      'listener.name.client.scram-sha-256.sasl.jaas.config': jaas(
        'scram.ScramLoginModule',
        '',
      ),
      'listener.name.client.scram-sha-512.sasl.jaas.config': jaas(
        'scram.ScramLoginModule',
        '',
      ),
      // The nodes are anonymous, on listeners that no test is told of.
      ...authorizer([`User:${SUPERUSER.username}`, 'User:ANONYMOUS']),
    },
  }),
  tls: ({ certificates }) => ({
    listeners: { CLIENT: 'SSL', MUTUAL: 'SSL', PLAIN: 'SASL_SSL' },
    properties: {
      'ssl.keystore.type': 'PEM',
      'ssl.keystore.location': certificates.brokerPem,
      'ssl.truststore.type': 'PEM',
      'ssl.truststore.location': certificates.caPem,
      'listener.name.mutual.ssl.client.auth': 'required',
      'listener.name.internal.ssl.client.auth': 'required',
      'listener.name.controller.ssl.client.auth': 'required',
      'sasl.enabled.mechanisms': 'PLAIN',
      'listener.name.plain.plain.sasl.jaas.config': jaas(
        'plain.PlainLoginModule',
        `user_${PLAIN_USER.username}="${PLAIN_USER.password}"`,
      ),
      // A client without a certificate is anonymous, so the nodes must not be.
      ...authorizer([
        `User:${PLAIN_USER.username}`,
        `User:${certificates.clientPrincipal}`,
        `User:${certificates.brokerPrincipal}`,
      ]),
    },
    nodes: 'SSL',
  }),
};

function authorizer(superusers) {
  return {
    'authorizer.class.name':
      'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
    'super.users': superusers.join(';'),
  };
}

function propertiesOf({ id, ports, voters, nodes, security, data }) {
  const clients = Object.keys(security.listeners);
  const listeners = ['CONTROLLER', 'INTERNAL', ...clients];
  return {
    'process.roles': 'broker,controller',
    'node.id': id,
    'controller.quorum.voters': voters,
    listeners: listeners
      .map(name => `${name}://127.0.0.1:${ports[name]}`)
      .join(','),
    'advertised.listeners': listeners
      .filter(name => name !== 'CONTROLLER')
      .map(name => `${name}://127.0.0.1:${ports[name]}`)
      .join(','),
    'listener.security.protocol.map': Object.entries({
      CONTROLLER: security.nodes ?? 'PLAINTEXT',
      INTERNAL: security.nodes ?? 'PLAINTEXT',
      ...security.listeners,
    })
      .map(pair => pair.join(':'))
      .join(','),
    'inter.broker.listener.name': 'INTERNAL',
    'controller.listener.names': 'CONTROLLER',
    'log.dirs': data,
    // Short waits and small files; nothing that changes what a client is answered.
    'controller.quorum.append.linger.ms': 0,
    'broker.session.timeout.ms': 3000,
    'broker.heartbeat.interval.ms': 500,
    'group.initial.rebalance.delay.ms': 0,
    'group.min.session.timeout.ms': 1000,
    'offsets.topic.num.partitions': 10,
    'offsets.topic.replication.factor': Math.min(nodes, 3),
    'transaction.state.log.num.partitions': 5,
    'transaction.state.log.replication.factor': Math.min(nodes, 3),
    'transaction.state.log.min.isr': 1,
    'share.coordinator.state.topic.replication.factor': Math.min(nodes, 3),
    'share.coordinator.state.topic.min.isr': 1,
    'log.index.size.max.bytes': 65536,
    'log.cleaner.dedupe.buffer.size': 4194304,
    'auto.create.topics.enable': false,
    'controlled.shutdown.enable': true,
    ...security.properties,
  };
}

async function portsFor(names) {
  const ports = {};
  for (const name of names) ports[name] = await freePort();
  return ports;
}

const written = properties =>
  Object.entries(properties)
    .map(([key, value]) => `${key}=${value}`)
    .join('\n');

/**
 * Starts Apache Kafka in a temporary folder. `security`: `none`; `sasl` (SCRAM and ACLs); `tls` (TLS, mutual TLS and
 * PLAIN, each on a listener of its own, and ACLs).
 *
 * Answers `clusterId`, `bootstrapServers` by listener (`CLIENT`; for `tls` also `MUTUAL` and `PLAIN`), `superuser`
 * (`{ username, password, mechanism }`), `certificates` (paths: `ca`, `clientCertificate`, `clientKey`), `nodes` with
 * `stop`, `kill` and `start` each, and `stop`, which also removes the folder.
 */
export async function startKafka({ root, nodes = 1, security = 'none' }) {
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

async function prepareNode({
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
    '-t',
    clusterId,
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
  };
}

/**
 * The variables by which the contract suite of plugins/kafka-self-serve-backend finds brokers; each of those that
 * `startKafka` answers may be left out, and its suite is then named as not run.
 */
export function kafkaVariables({ none, sasl, tls }) {
  return {
    ...(none && {
      FAIRWAY_TEST_KAFKA_BOOTSTRAP: none.bootstrapServers.CLIENT.join(','),
    }),
    ...(sasl && {
      FAIRWAY_TEST_KAFKA_SASL_BOOTSTRAP: sasl.bootstrapServers.CLIENT.join(','),
      FAIRWAY_TEST_KAFKA_SASL_USERNAME: sasl.superuser.username,
      FAIRWAY_TEST_KAFKA_SASL_PASSWORD: sasl.superuser.password,
    }),
    ...(tls && {
      FAIRWAY_TEST_KAFKA_TLS_BOOTSTRAP: tls.bootstrapServers.CLIENT.join(','),
      FAIRWAY_TEST_KAFKA_MUTUAL_TLS_BOOTSTRAP:
        tls.bootstrapServers.MUTUAL.join(','),
      FAIRWAY_TEST_KAFKA_PLAIN_BOOTSTRAP: tls.bootstrapServers.PLAIN.join(','),
      FAIRWAY_TEST_KAFKA_PLAIN_USERNAME: tls.superuser.username,
      FAIRWAY_TEST_KAFKA_PLAIN_PASSWORD: tls.superuser.password,
      FAIRWAY_TEST_KAFKA_CA: tls.certificates.ca,
      FAIRWAY_TEST_KAFKA_CERTIFICATE: tls.certificates.clientCertificate,
      FAIRWAY_TEST_KAFKA_KEY: tls.certificates.clientKey,
    }),
  };
}
