// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { EventEmitter, once } from 'node:events';
import net from 'node:net';
import {
  EmbeddedCluster,
  type EmbeddedClusterOptions,
  isKafkaEmbeddedError,
  type KafkaEmbeddedError,
} from '.';
import { Clients } from './__testUtils__/clients';
import { describeWithCluster } from './__testUtils__/describeWithCluster';

jest.setTimeout(60_000);

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

async function start(options: Partial<EmbeddedClusterOptions> = {}) {
  const cluster = await EmbeddedCluster.start({
    clusterId: 'fairway-test',
    brokers: options.ports ? undefined : 1, // quicker than three
    ...options,
  });
  cleanUp.push(() => cluster.stop());
  return cluster;
}

function clientsOf(cluster: EmbeddedCluster) {
  const clients = new Clients(cluster);
  cleanUp.push(() => clients.close());
  return clients;
}

const portsOf = ({ bootstrapServers, registryUrl }: EmbeddedCluster) =>
  [
    ...bootstrapServers.map(server => server.split(':')[1]),
    ...(registryUrl ? [new URL(registryUrl).port] : []),
  ].map(Number);

async function listenOn(port: number) {
  const server = net.createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  cleanUp.push(async () => server.close());
  return server;
}

const closed = (socket: net.Socket) =>
  new Promise<void>(resolve => {
    socket.on('error', () => {}); // the other side may be gone
    socket.on('close', () => resolve());
  });

/** What a peer answers to bytes that nobody expects, until it closes the connection. */
async function send(port: number, bytes: Uint8Array): Promise<string> {
  const socket = net.connect(port, '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', text => {
    answer += text;
  });
  socket.write(bytes);
  await closed(socket);
  return answer;
}

/** A request whose header names the size; nothing of the rest is sent. */
function requestOf(size: number, apiKey: number): Uint8Array {
  const header = Buffer.alloc(8);
  header.writeUInt32BE(size, 0);
  header.writeInt16BE(apiKey, 4);
  return header;
}

const FETCH = 1;
const UNKNOWN_API = 9999;
const MOST_BYTES = 100 * 1024 * 1024;

/** A program in WebAssembly has 4 GiB: so many requests, begun and never ended, are too much for it. */
async function exhaustMemory(port: number) {
  const sockets = Array.from({ length: 50 }, () => {
    const socket = net.connect(port, '127.0.0.1');
    socket.write(requestOf(MOST_BYTES, FETCH));
    return socket;
  });
  await Promise.all(sockets.map(closed));
}

describeWithCluster('EmbeddedCluster', () => {
  it('was built', () => {
    expect(EmbeddedCluster.available()).toEqual({ available: true });
  });

  it('has the given id, three brokers and a registry', async () => {
    const cluster = await start({ brokers: undefined });
    expect(cluster.clusterId).toBe('fairway-test');
    expect(cluster.state).toBe('running');

    const metadata = await clientsOf(cluster).admin().metadata({ topics: [] });
    expect(metadata.id).toBe('fairway-test');
    const addresses = [...metadata.brokers.values()].map(
      ({ host, port }) => `${host}:${port}`,
    );
    expect(addresses).toEqual(cluster.bootstrapServers);
    expect(addresses).toHaveLength(3);

    const answer = await fetch(`${cluster.registryUrl}/subjects`);
    expect(await answer.json()).toEqual([]);
  });

  it('runs beside another one, and they know nothing of each other', async () => {
    const [one, two] = await Promise.all([
      start({ clusterId: 'one' }),
      start({ clusterId: 'two' }),
    ]);
    const [first, second] = [clientsOf(one).admin(), clientsOf(two).admin()];
    await first.createTopics({ topics: ['orders'] });
    await second.createTopics({ topics: ['payments'] });

    expect(await first.listTopics()).toEqual(['orders']);
    expect(await second.listTopics()).toEqual(['payments']);
    expect((await first.metadata({ topics: [] })).id).toBe('one');
    expect((await second.metadata({ topics: [] })).id).toBe('two');
  });

  it('has no registry when it is off', async () => {
    const cluster = await start({ registry: false });
    expect(cluster.registryUrl).toBeUndefined();
  });

  it('creates topics that are asked for only when told to', async () => {
    const asked = { topics: ['new'], autocreateTopics: true };
    const strict = clientsOf(await start()).admin();
    await expect(strict.metadata(asked)).rejects.toThrow();
    expect(await strict.listTopics()).toEqual([]);

    const lenient = clientsOf(
      await start({ autoCreateTopics: true, defaultPartitions: 4 }),
    ).admin();
    const { topics } = await lenient.metadata(asked);
    expect(topics.get('new')?.partitionsCount).toBe(4);
  });

  it('frees its ports when it stops, and takes the ports that it is given', async () => {
    const cluster = await start({ brokers: 2 });
    const ports = portsOf(cluster);
    expect(ports).toHaveLength(3);
    clientsOf(cluster).admin();
    await cluster.stop();
    await cluster.stop();
    expect(cluster.state).toBe('stopped');

    const others = await Promise.all(ports.map(listenOn));
    others.forEach(other => other.close());

    const [first, second, registryPort] = ports;
    const again = await start({ ports: [first, second], registryPort });
    expect(portsOf(again)).toEqual(ports);
  });

  it('says which port is taken, and leaves the others free', async () => {
    const cluster = await start({ registry: false });
    const [free] = portsOf(cluster);
    await cluster.stop();
    const { port } = (await listenOn(0)).address() as net.AddressInfo;

    const error = await start({ ports: [free, port] }).catch(e => e);
    expect(isKafkaEmbeddedError(error, 'kafka-embedded-port-taken')).toBe(true);
    expect(error.message).toContain(`"${port}"`);
    await listenOn(free);
  });

  it('closes a connection that speaks something else, and lives', async () => {
    const cluster = await start();
    const [kafka, registry] = portsOf(cluster);
    expect(await send(kafka, Buffer.from('GET / HTTP/1.1\r\n\r\n'))).toBe('');
    expect(await send(kafka, Buffer.from('1603010200010001', 'hex'))).toBe('');
    expect(await send(kafka, requestOf(64, UNKNOWN_API))).toBe('');
    expect(await send(kafka, requestOf(MOST_BYTES + 1, FETCH))).toBe('');
    expect(await send(kafka, requestOf(0, FETCH))).toBe('');
    expect(await send(registry, Buffer.from('nonsense\r\n\r\n'))).toContain(
      '400 Bad Request',
    );
    expect(cluster.state).toBe('running');
    expect(await clientsOf(cluster).admin().listTopics()).toEqual([]);
  });

  it('reports a crash, keeps the others running, and starts again at the same addresses', async () => {
    const other = await start({ clusterId: 'other' });
    const crashes = new EventEmitter<{ crash: [KafkaEmbeddedError] }>();
    const crashed = once(crashes, 'crash');
    const cluster = await start({
      onCrash: crash => crashes.emit('crash', crash),
    });
    const addresses = cluster.bootstrapServers;
    const { registryUrl } = cluster;
    await clientsOf(cluster)
      .admin()
      .createTopics({ topics: ['lost'] });

    await exhaustMemory(portsOf(cluster)[0]);
    const [error] = await crashed;
    expect(error.code).toBe('kafka-embedded-crashed');
    expect(error.message).toContain('fatal error: out of memory');
    expect(cluster.state).toBe('crashed');

    await cluster.restart();
    expect(cluster.state).toBe('running');
    expect(cluster.bootstrapServers).toEqual(addresses);
    expect(cluster.registryUrl).toBe(registryUrl);
    expect(await clientsOf(cluster).admin().listTopics()).toEqual([]);
    expect(other.state).toBe('running');
    expect(await clientsOf(other).admin().listTopics()).toEqual([]);
  });

  it('does not take a stop for a crash', async () => {
    const onCrash = jest.fn();
    const cluster = await start({ onCrash });
    await Promise.all([cluster.stop(), cluster.restart(), cluster.stop()]);
    expect(cluster.state).toBe('stopped');
    expect(onCrash).not.toHaveBeenCalled();
  });

  it.each<[string, Partial<EmbeddedClusterOptions>]>([
    ['clusterId has to be', { clusterId: 'no spaces' }],
    ['brokers has to be', { brokers: 0 }],
    ['ports has 2 ports for 1 brokers', { brokers: 1, ports: [0, 0] }],
    ['ports have to be', { ports: [70_000] }],
    ['ports has one of them twice', { ports: [4000], registryPort: 4000 }],
    ['registryPort was given', { registry: false, registryPort: 4000 }],
    [
      'users were given without "superusers"',
      { users: [{ username: 'a', password: 'b' }] },
    ],
    [
      'superusers and users have to have',
      { superusers: [{ username: 'a', password: '' }] },
    ],
    ['defaultPartitions has to be', { defaultPartitions: 0.5 }],
  ])('refuses options: %s', async (message, options) => {
    const error = await start(options).catch(e => e);
    expect(isKafkaEmbeddedError(error, 'kafka-embedded-option-invalid')).toBe(
      true,
    );
    expect(error.message).toContain(message);
  });
});
