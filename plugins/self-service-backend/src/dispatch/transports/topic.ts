// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { signatureOf } from '@fairway/requests-node';
import { ProduceAcks, Producer, stringSerializers } from '@platformatic/kafka';
import { filled } from '../receivers/template';
import type { TopicReceiver } from '../receivers/types';
import type { SendResult, Transport } from './types';

const CLIENT_ID = 'fairway-dispatch';
const CONNECT_TIMEOUT = 5_000;
const REQUEST_TIMEOUT = 15_000;

/** Nothing was produced yet. */
class Unreached extends Error {}

const notTaken = (message: string): SendResult => ({
  status: 'not-taken',
  code: 'dispatch-unreachable',
  message,
  final: false,
});

/** A message on a Kafka topic, kept by all replicas before it counts; what comes twice has the same headers. */
export function topicTransport(): Transport<TopicReceiver> {
  return {
    async send(dispatch): Promise<SendResult> {
      const { attempt, key, now, receiver, requestId, targetRef } = dispatch;
      const { sasl, secret, tls, topic } = receiver;
      const value = JSON.stringify(
        filled(receiver.value, dispatch.values) ?? null,
      );
      const timestamp = String(Math.floor(now.getTime() / 1000));
      const producer = new Producer({
        clientId: CLIENT_ID,
        bootstrapBrokers: receiver.bootstrapServers,
        connectTimeout: CONNECT_TIMEOUT,
        requestTimeout: REQUEST_TIMEOUT,
        timeout: REQUEST_TIMEOUT,
        // The request's own worker tries again, and remembers it.
        retries: 0,
        autocreateTopics: false,
        serializers: stringSerializers,
        ...(tls && { tls }),
        ...(sasl && { sasl }),
      });
      try {
        const { topics } = await reached(
          producer.metadata({ topics: [topic] }),
        );
        if (!topics.get(topic)?.partitionsCount) {
          return notTaken(`There is no topic "${topic}".`);
        }
        await producer.send({
          acks: ProduceAcks.ALL,
          messages: [
            {
              topic,
              key: targetRef,
              value,
              headers: {
                'fairway-request': requestId,
                'fairway-attempt': String(attempt),
                'idempotency-key': key,
                'x-fairway-timestamp': timestamp,
                ...(secret !== undefined && {
                  'x-fairway-signature': signatureOf({
                    ...{ secret, timestamp, body: value },
                  }),
                }),
              },
            },
          ],
        });
        return { status: 'taken' };
      } catch (error) {
        if (!(error instanceof Unreached)) throw error;
        return notTaken(error.message);
      } finally {
        await producer.close();
      }
    },
  };
}

async function reached<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw new Unreached(
      `The brokers cannot be asked: ${(error as Error).message}.`,
      { cause: error },
    );
  }
}
