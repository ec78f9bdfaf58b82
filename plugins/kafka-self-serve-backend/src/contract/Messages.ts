// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  Consumer,
  type GroupProtocolValue,
  type MessagesStream,
  ProduceAcks,
  Producer,
  type ProducerOptions,
  stringDeserializers,
  stringSerializers,
} from '@platformatic/kafka';
import type { KafkaConnection } from '../config/types';
import { clientOptions } from '../kafka/client/clientOptions';

type TextStream = MessagesStream<string, string, string, string>;
type TextProducer = Producer<string, string, string, string>;

/** Producers and consumers beside the adapter, which sends and reads no messages. */
export class Messages {
  readonly #connection: KafkaConnection;
  readonly #retries: number;

  /** `retries`: 20 unless given, as what was just created shows late. */
  constructor(
    connection: KafkaConnection,
    { retries = 20 }: { retries?: number } = {},
  ) {
    this.#connection = connection;
    this.#retries = retries;
  }

  get #options() {
    const retries = this.#retries;
    return { ...clientOptions(this.#connection), retries, retryDelay: 100 };
  }

  async produce(
    topic: string,
    values: string[],
    options: {
      partition?: number;
      timestamp?: number;
      idempotent?: boolean;
    } = {},
  ) {
    const { partition = 0, timestamp, idempotent } = options;
    await this.#with({ idempotent }, producer =>
      producer.send({
        acks: ProduceAcks.ALL,
        messages: values.map(value => ({
          topic,
          value,
          partition,
          ...(timestamp !== undefined && { timestamp: BigInt(timestamp) }),
        })),
      }),
    );
  }

  /**
   * Begins under a transactional id, as a producer that writes in transactions
   * does, and stops there: this client names the partitions by a version of the
   * request that Kafka takes from brokers only.
   */
  async begin(transactionalId: string) {
    const transactional = { idempotent: true, transactionalId };
    await this.#with(transactional, async producer => {
      const transaction = await producer.beginTransaction();
      await transaction.cancel();
    });
  }

  /** Joins a group, reads until `count` messages are there, commits them, and stays until `leave`. */
  async join(options: {
    groupId: string;
    topic: string;
    count: number;
    protocol: GroupProtocolValue;
  }): Promise<{ leave: () => Promise<void> }> {
    const base = {
      ...this.#options,
      groupId: options.groupId,
      deserializers: stringDeserializers,
      autocommit: false,
      maxWaitTime: 50,
    };
    const consumer =
      options.protocol === 'consumer'
        ? new Consumer({ ...base, groupProtocol: 'consumer' })
        : new Consumer(base);
    let stream: TextStream | undefined;
    const leave = async () => {
      await stream?.close();
      await consumer.close(true);
    };
    try {
      stream = await consumer.consume({
        topics: [options.topic],
        mode: 'earliest',
      });
      // Leaving a `for await` would end the stream, and with it the membership.
      const messages = stream[Symbol.asyncIterator]();
      for (let read = 0; read < options.count; read += 1) {
        const { value: message } = await messages.next();
        await message!.commit();
      }
    } catch (error) {
      // Why it failed says more than how it ended.
      await leave().catch(() => {});
      throw error;
    }
    return { leave };
  }

  async #with(
    options: Pick<
      ProducerOptions<string, string, string, string>,
      'idempotent' | 'transactionalId'
    >,
    use: (producer: TextProducer) => Promise<unknown>,
  ) {
    const producer = new Producer({
      ...this.#options,
      ...options,
      serializers: stringSerializers,
    });
    try {
      await use(producer);
    } finally {
      await producer.close();
    }
  }
}
