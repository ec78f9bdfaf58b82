// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { execFileSync } from 'node:child_process';
import {
  type Admin,
  ConfigResourceTypes,
  IncrementalAlterConfigOperationTypes,
  ListOffsetTimestamps,
} from '@platformatic/kafka';
import { EmbeddedCluster } from '.';
import { Clients } from './__testUtils__/clients';
import { describeWithCluster } from './__testUtils__/describeWithCluster';

jest.setTimeout(60_000);

/** A program that sends ApiVersions (key 18, version 0) as request 7, without a client id. */
const ASK_FOR_VERSIONS = `
const [host, port] = process.argv.slice(1);
const socket = require('node:net').connect(Number(port), host, () =>
  socket.write(Buffer.from('0000000a0012000000000007ffff', 'hex')));
socket.once('data', answer => {
  process.stdout.write('request ' + answer.readInt32BE(4) + ' is answered');
  socket.end();
});
`;

let cluster: EmbeddedCluster;
let clients: Clients;
let admin: Admin;

beforeAll(async () => {
  cluster = await EmbeddedCluster.start({
    clusterId: 'messages',
    registry: false,
  });
  clients = new Clients(cluster);
  admin = clients.admin();
});
afterAll(async () => {
  await clients.close();
  await cluster.stop();
});

async function topicWith(name: string, values: string[]) {
  await admin.createTopics({ topics: [name], partitions: 1, replicas: 3 });
  await clients.produce(name, values);
}

async function offsetOf(topic: string, timestamp: bigint) {
  const [{ partitions }] = await admin.listOffsets({
    topics: [{ name: topic, partitions: [{ partitionIndex: 0, timestamp }] }],
  });
  return partitions[0].offset;
}

async function committed(groupId: string) {
  const [{ topics }] = await admin.listConsumerGroupOffsets({
    groups: [groupId],
  });
  return topics.flatMap(({ name, partitions }) =>
    partitions.map(
      ({ partitionIndex, committedOffset }) =>
        `${name}-${partitionIndex}: ${committedOffset}`,
    ),
  );
}

const describeTopic = (name: string, keys: string[]) =>
  admin.describeConfigs({
    resources: [
      {
        resourceType: ConfigResourceTypes.TOPIC,
        resourceName: name,
        configurationKeys: keys,
      },
    ],
  });

describeWithCluster('topics', () => {
  it('have partitions, replicas and configs, and take more partitions', async () => {
    await admin.createTopics({
      topics: ['sized'],
      partitions: 3,
      replicas: 3,
      configs: [{ name: 'retention.ms', value: '60000' }],
    });
    const before = await admin.metadata({
      topics: ['sized'],
      forceUpdate: true,
    });
    expect(before.topics.get('sized')?.partitionsCount).toBe(3);
    expect(before.topics.get('sized')?.partitions[0].replicas).toHaveLength(3);
    const [{ configs }] = await describeTopic('sized', ['retention.ms']);
    expect(configs).toMatchObject([{ name: 'retention.ms', value: '60000' }]);

    await admin.createPartitions({ topics: [{ name: 'sized', count: 5 }] });
    const after = await admin.metadata({
      topics: ['sized'],
      forceUpdate: true,
    });
    expect(after.topics.get('sized')?.partitionsCount).toBe(5);
  });

  it('refuse fewer partitions, and a name that is taken', async () => {
    await admin.createTopics({ topics: ['taken'], partitions: 2, replicas: 1 });
    await expect(
      admin.createPartitions({ topics: [{ name: 'taken', count: 1 }] }),
    ).rejects.toThrow();
    await expect(admin.createTopics({ topics: ['taken'] })).rejects.toThrow();
  });

  it('go back to the default when an override is deleted', async () => {
    await admin.createTopics({
      topics: ['overridden'],
      configs: [{ name: 'retention.ms', value: '60000' }],
    });
    const [before] = await describeTopic('overridden', ['retention.ms']);
    await admin.incrementalAlterConfigs({
      resources: [
        {
          resourceType: ConfigResourceTypes.TOPIC,
          resourceName: 'overridden',
          configs: [
            {
              name: 'retention.ms',
              configOperation: IncrementalAlterConfigOperationTypes.DELETE,
            },
          ],
        },
      ],
    });
    const [after] = await describeTopic('overridden', ['retention.ms']);
    expect(before.configs[0].value).toBe('60000');
    expect(after.configs[0].value).not.toBe('60000');
  });

  it('are gone when deleted', async () => {
    await admin.createTopics({ topics: ['gone'] });
    expect(await admin.listTopics()).toContain('gone');
    await admin.deleteTopics({ topics: ['gone'] });
    expect(await admin.listTopics()).not.toContain('gone');
  });

  it('come by the thousand', async () => {
    const topics = Array.from({ length: 2000 }, (_, index) => `many-${index}`);
    await admin.createTopics({ topics, partitions: 3, replicas: 3 });
    const listed = new Set(await admin.listTopics());
    expect(topics.filter(topic => !listed.has(topic))).toEqual([]);
    await admin.deleteTopics({ topics });
  });
});

describeWithCluster('brokers', () => {
  it('answer while this thread stands still', () => {
    const [host, port] = cluster.bootstrapServers[0].split(':');
    // Nothing of this process runs on this thread until the other one has its answer.
    const answer = execFileSync(
      process.execPath,
      ['-e', ASK_FOR_VERSIONS, host, port],
      { timeout: 20_000, encoding: 'utf8' },
    );
    expect(answer).toBe('request 7 is answered');
  });
});

describeWithCluster('messages', () => {
  it('arrive as they were sent, large ones too', async () => {
    const values = ['first', 'second', 'x'.repeat(700_000)];
    await topicWith('sent', values);
    expect(
      await clients.consume('sent', { count: 3, groupId: 'reader' }),
    ).toEqual(values);
  });

  it('can be deleted up to an offset', async () => {
    await topicWith('shortened', ['a', 'b', 'c']);
    const answer = await admin.deleteRecords({
      topics: [
        { name: 'shortened', partitions: [{ partition: 0, offset: 2n }] },
      ],
    });
    expect(answer[0].partitions[0].lowWatermark).toBe(2n);
    expect(await offsetOf('shortened', ListOffsetTimestamps.EARLIEST)).toBe(2n);
    expect(await offsetOf('shortened', ListOffsetTimestamps.LATEST)).toBe(3n);
    expect(
      await clients.consume('shortened', { count: 1, groupId: 'late' }),
    ).toEqual(['c']);
  });
});

describeWithCluster('groups', () => {
  it('are described while they read, and keep their offsets when they leave', async () => {
    await topicWith('grouped', ['a', 'b']);
    const consumer = clients.consumer('billing');
    const stream = await consumer.consume({
      topics: ['grouped'],
      mode: 'earliest',
    });
    for await (const message of stream) {
      await message.commit();
      if (message.value === 'b') break;
    }
    const during = await admin.describeGroups({ groups: ['billing'] });
    expect(during.get('billing')).toMatchObject({ state: 'Stable' });
    expect(during.get('billing')?.members.size).toBe(1);

    await stream.close();
    await consumer.close(true);
    const after = await admin.describeGroups({ groups: ['billing'] });
    expect(after.get('billing')).toMatchObject({ state: 'Empty' });
    expect(await committed('billing')).toEqual(['grouped-0: 2']);
    expect([...(await admin.listGroups()).keys()]).toContain('billing');
  });

  it('take other offsets when they are empty', async () => {
    await topicWith('reset', ['a', 'b', 'c']);
    await clients.consume('reset', {
      count: 3,
      groupId: 'resetting',
      commit: true,
    });
    expect(await committed('resetting')).toEqual(['reset-0: 3']);

    await admin.alterConsumerGroupOffsets({
      groupId: 'resetting',
      topics: [
        { name: 'reset', partitionOffsets: [{ partition: 0, offset: 1n }] },
      ],
    });
    expect(await committed('resetting')).toEqual(['reset-0: 1']);

    await admin.deleteGroups({ groups: ['resetting'] });
    expect([...(await admin.listGroups()).keys()]).not.toContain('resetting');
  });
});
