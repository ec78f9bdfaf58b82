// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What is on the demo's clusters without anybody having asked the portal: records, groups that are behind, a topic that
// nobody owns, and a config that somebody changed by hand.
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './demo.mjs';

/** Records of each topic, and how far groups of it have read, a share of each partition. */
const TOPICS = {
  dev: [
    ['orders.created', 240, { 'payments.orders-reader': 0.9 }],
    ['payments.settled', 90, { 'payments.books': 1 }],
  ],
  staging: [['orders.created', 60, { 'orders.rehearsal': 0.5 }]],
  prod: [
    [
      'orders.created',
      3000,
      { 'payments.orders-reader': 0.97, 'orders.search-index': 0.6 },
    ],
    ['orders.shipped', 1200, { 'orders.search-index': 0.98 }],
    ['payments.settled', 2400, { 'payments.books': 0.2 }],
  ],
};
const ORPHAN = {
  topic: 'legacy-clicks',
  partitions: 2,
  replicas: 1,
  configs: [{ name: 'retention.ms', value: '3600000' }],
};
/** Somebody was in a hurry. */
const CHANGED = {
  topic: 'orders.shipped',
  key: 'retention.ms',
  value: '7200000',
};

function clientLibrary() {
  const require = createRequire(
    path.join(root, 'plugins/kafka-self-serve-backend/package.json'),
  );
  return import(pathToFileURL(require.resolve('@platformatic/kafka')));
}

const optionsOf = ({ bootstrapServers }) => ({
  clientId: 'demo',
  bootstrapBrokers: bootstrapServers,
});

/** Has somebody read a topic while something happens. @param connections - answer of `GET /connections` */
export async function whileRead(connections, { environment, ...read }, work) {
  const { Consumer } = await clientLibrary();
  const connection = connections.find(({ usedBy }) => usedBy === environment);
  const consumer = new Consumer({
    ...optionsOf(connection),
    groupId: read.group,
    autocommit: false,
  });
  let stream;
  try {
    stream = await consumer.consume({ topics: [read.topic], mode: 'earliest' });
    await work();
  } finally {
    await stream?.close();
    await consumer.close(true);
  }
}

/** @param connections - answer of `GET /connections`, with the addresses of clusters that run */
export async function fillClusters(connections) {
  const { Admin, Producer, stringSerializers } = await clientLibrary();
  for (const connection of connections) {
    const { usedBy, bootstrapServers, embedded } = connection;
    if (!embedded || bootstrapServers.length === 0 || !TOPICS[usedBy]) continue;
    const options = optionsOf(connection);
    const admin = new Admin(options);
    const producer = new Producer({
      ...options,
      serializers: stringSerializers,
    });
    try {
      await fill(TOPICS[usedBy], { admin, producer });
      if (usedBy === 'dev') await leaveBehind(admin);
      if (usedBy === 'prod') await changeByHand(admin);
    } finally {
      await producer.close();
      await admin.close();
    }
  }
}

async function fill(topics, { admin, producer }) {
  const there = new Set(await admin.listTopics());
  const groups = new Map();
  for (const [topic, count, readers] of topics) {
    if (!there.has(topic)) continue;
    const metadata = await admin.metadata({ topics: [topic] });
    const { partitionsCount } = metadata.topics.get(topic);
    const each = Math.ceil(count / partitionsCount);
    const messages = Array.from({ length: partitionsCount * each }, (_, n) => ({
      topic,
      partition: n % partitionsCount,
      key: String(n),
      value: JSON.stringify({ orderId: String(n) }),
    }));
    for (let start = 0; start < messages.length; start += 500)
      await producer.send({ messages: messages.slice(start, start + 500) });
    for (const [group, share] of Object.entries(readers)) {
      const partitionOffsets = Array.from(
        { length: partitionsCount },
        (_, partition) => ({
          partition,
          offset: BigInt(Math.floor(each * share)),
        }),
      );
      groups.set(group, [
        ...(groups.get(group) ?? []),
        { name: topic, partitionOffsets },
      ]);
    }
  }
  for (const [groupId, read] of groups)
    await admin.alterConsumerGroupOffsets({ groupId, topics: read });
}

async function leaveBehind(admin) {
  const { topic, ...more } = ORPHAN;
  if ((await admin.listTopics()).includes(topic)) return;
  await admin.createTopics({ topics: [topic], ...more });
}

async function changeByHand(admin) {
  const { topic, key, value } = CHANGED;
  if (!(await admin.listTopics()).includes(topic)) return;
  await admin.incrementalAlterConfigs({
    resources: [
      {
        resourceType: 2,
        resourceName: topic,
        configs: [{ name: key, configOperation: 0, value }],
      },
    ],
  });
}
