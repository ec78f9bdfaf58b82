// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import { EmbeddedCluster } from '@fairway/kafka-embedded';
import {
  AclOperations,
  AclPermissionTypes,
  ResourcePatternTypes,
  ResourceTypes,
} from '@platformatic/kafka';
import { failureOf } from '../contract/failureOf';
import { isOutcomeUnknown } from '../errors';
import { BrokerClient } from './client/BrokerClient';
import { PlatformaticKafkaAdmin } from './PlatformaticKafkaAdmin';

jest.setTimeout(60_000);

const cleanUp: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

function adminOf(bootstrapServers: string[], requestTimeout = 30_000) {
  const admin = PlatformaticKafkaAdmin.create({
    connection: {
      name: 'prod',
      bootstrapServers,
      connectTimeout: 1000,
      requestTimeout,
    },
  });
  cleanUp.push(() => admin.close());
  return admin;
}

async function listen(onConnection: (socket: net.Socket) => void) {
  const sockets = new Set<net.Socket>();
  const server = net.createServer(socket => {
    sockets.add(socket);
    socket.on('error', () => {}); // the other side may be gone
    onConnection(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanUp.push(() => {
    sockets.forEach(socket => socket.destroy());
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

async function startCluster() {
  const cluster = await EmbeddedCluster.start({
    clusterId: 'adapter',
    brokers: 1,
    registry: false,
  });
  cleanUp.push(() => cluster.stop());
  return cluster;
}

const CREATE_ACLS = 30;
const ACL = {
  resourceType: ResourceTypes.TOPIC,
  resourcePatternType: ResourcePatternTypes.LITERAL,
  resourceName: 'orders',
  principal: 'User:portal',
  host: '*',
  operation: AclOperations.READ,
  permissionType: AclPermissionTypes.ALLOW,
};

// Where everything has to be checked, a program that was not built is a failure.
const describeWithCluster =
  EmbeddedCluster.available().available || process.env.CI
    ? describe
    : describe.skip;

describeWithCluster('PlatformaticKafkaAdmin', () => {
  it('gives up on a broker that takes connections and does not answer', async () => {
    const port = await listen(() => {});
    const failure = await failureOf(
      adminOf([`127.0.0.1:${port}`], 100).listTopics(),
    );
    expect(failure.code).toBe('kafka-unreachable');
    expect(failure.message).toContain('Request timed out');
  });

  it('says that a change may have been made when the connection breaks after it was sent', async () => {
    const cluster = await startCluster();
    const [host, target] = cluster.bootstrapServers[0].split(':');
    // Between the two: everything passes but the answer to one request.
    const port = await listen(socket => {
      const broker = net.connect(Number(target), host);
      cleanUp.push(() => {
        broker.destroy();
      });
      broker.on('error', () => {});
      broker.on('data', chunk => socket.write(chunk));
      socket.on('data', (chunk: Buffer) => {
        broker.write(chunk);
        if (chunk.readInt16BE(4) === CREATE_ACLS) socket.destroy();
      });
    });
    // The brokers name their own addresses, so only what any of them may be asked passes in between.
    const client = BrokerClient.create({
      name: 'prod',
      bootstrapServers: [`127.0.0.1:${port}`],
      connectTimeout: 1000,
      requestTimeout: 5000,
    });
    cleanUp.push(() => client.close());
    const failure = await failureOf(client.ask('any', 'CreateAcls', [ACL]));
    expect(failure.code).toBe('kafka-answer-lost');
    expect(isOutcomeUnknown(failure)).toBe(true);
  });

  it('goes on after the cluster was started again', async () => {
    const cluster = await startCluster();
    const admin = adminOf(cluster.bootstrapServers);
    await admin.createTopics([
      { name: 'orders', partitions: 1, replicationFactor: 1, configs: {} },
    ]);
    await cluster.stop();
    expect((await failureOf(admin.listTopics())).code).toMatch(
      /^kafka-(?:unreachable|answer-lost)$/,
    );
    await cluster.restart();
    expect(await admin.listTopics()).toEqual([]);
    const again = await admin.createTopics([
      { name: 'payments', partitions: 1, replicationFactor: 1, configs: {} },
    ]);
    expect(again.get('payments')).toMatchObject({ succeeded: true });
  });
});
