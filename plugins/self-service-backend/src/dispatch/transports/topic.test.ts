// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { EmbeddedCluster } from '@fairway/kafka-embedded';
import { signatureOf } from '@fairway/requests-node';
import { Admin, Consumer, stringDeserializers } from '@platformatic/kafka';
import { readReceivers } from '../receivers/readReceivers';
import type { TopicReceiver } from '../receivers/types';
import { topicTransport } from './topic';

jest.setTimeout(60_000);

const TOPIC = 'platform.jobs';
const SUPERUSER = { username: 'portal', password: 'portal-password' };
const NOW = new Date('2026-06-01T10:00:00Z');

describe('a topic', () => {
  let cluster: EmbeddedCluster;
  const signedIn = () => ({
    clientId: 'test',
    bootstrapBrokers: cluster.bootstrapServers,
    sasl: { mechanism: 'SCRAM-SHA-512' as const, ...SUPERUSER },
  });

  beforeAll(async () => {
    cluster = await EmbeddedCluster.start({
      clusterId: 'dispatch',
      brokers: 1,
      registry: false,
      superusers: [SUPERUSER],
    });
    const admin = new Admin(signedIn());
    await admin.createTopics({ topics: [TOPIC], partitions: 3, replicas: 1 });
    await admin.close();
  });
  afterAll(() => cluster.stop());

  const send = (config: JsonObject = {}) => {
    const [receiver] = readReceivers(
      new ConfigReader({
        selfService: {
          dispatch: {
            jobs: {
              type: 'kafka-topic',
              bootstrapServers: cluster.bootstrapServers,
              topic: TOPIC,
              secret: 'shared',
              sasl: { mechanism: 'SCRAM-SHA-512', ...SUPERUSER },
              value: { script: 'scale.sh', count: '{{ values.count }}' },
              ...config,
            },
          },
        },
      }),
    );
    return topicTransport().send({
      receiver: receiver as TopicReceiver,
      key: 'request-1.2',
      requestId: 'request-1',
      attempt: 2,
      targetRef: 'dev/payments-api',
      values: { values: { count: 3 } },
      now: NOW,
      signal: new AbortController().signal,
    });
  };

  it('has what it is told under the key of its target, with headers that say of what it is', async () => {
    expect(await send()).toEqual({ status: 'taken' });
    const consumer = new Consumer({
      ...signedIn(),
      groupId: 'test',
      deserializers: stringDeserializers,
      maxWaitTime: 50,
    });
    const stream = await consumer.consume({
      topics: [TOPIC],
      mode: 'earliest',
    });
    for await (const message of stream) {
      const { headers, key, value } = message;
      const said = Object.fromEntries(headers);
      const timestamp = String(NOW.getTime() / 1000);
      expect(key).toBe('dev/payments-api');
      expect(JSON.parse(value)).toEqual({ script: 'scale.sh', count: 3 });
      expect(said).toEqual({
        'fairway-request': 'request-1',
        'fairway-attempt': '2',
        'idempotency-key': 'request-1.2',
        'x-fairway-timestamp': timestamp,
        'x-fairway-signature': signatureOf({
          ...{ secret: 'shared', timestamp, body: value },
        }),
      });
      break;
    }
    await stream.close();
    await consumer.close(true);
  });

  it('is not there: nothing is made of it, and it is tried again', async () => {
    const result = await send({ topic: 'platform.other' });
    expect(result).toMatchObject({ status: 'not-taken', final: false });
    const admin = new Admin(signedIn());
    expect(await admin.listTopics()).toEqual([TOPIC]);
    await admin.close();
  });

  it('is on brokers that nobody reaches', async () => {
    expect(await send({ bootstrapServers: ['127.0.0.1:1'] })).toMatchObject({
      status: 'not-taken',
      final: false,
      message: expect.stringContaining('cannot be asked'),
    });
  });
});
