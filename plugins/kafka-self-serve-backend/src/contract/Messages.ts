// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  Consumer,
  type GroupProtocolValue,
  type MessagesStream,
  ProduceAcks,
  Producer,
  stringDeserializers,
  stringSerializers,
} from '@platformatic/kafka';
import type { KafkaConnection } from '../config/types';
import { clientOptions } from '../kafka/client/clientOptions';

type TextStream = MessagesStream<string, string, string, string>;

/** Producers and consumers beside the adapter, which sends and reads no messages. */
export class Messages {
  readonly #connection: KafkaConnection;

  constructor(connection: KafkaConnection) {
    this.#connection = connection;
  }

  get #options() {
    return { ...clientOptions(this.#connection), retries: 20, retryDelay: 100 };
  }

  async produce(
    topic: string,
    values: string[],
    options: { partition?: number; timestamp?: number } = {},
  ) {
    const producer = new Producer({
      ...this.#options,
      serializers: stringSerializers,
    });
    const { partition = 0, timestamp } = options;
    try {
      await producer.send({
        acks: ProduceAcks.ALL,
        messages: values.map(value => ({
          topic,
          value,
          partition,
          ...(timestamp !== undefined && { timestamp: BigInt(timestamp) }),
        })),
      });
    } finally {
      await producer.close();
    }
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
    const stream: TextStream = await consumer.consume({
      topics: [options.topic],
      mode: 'earliest',
    });
    // Leaving a `for await` would end the stream, and with it the membership.
    const messages = stream[Symbol.asyncIterator]();
    for (let read = 0; read < options.count; read += 1) {
      const { value: message } = await messages.next();
      await message!.commit();
    }
    return {
      leave: async () => {
        await stream.close();
        await consumer.close(true);
      },
    };
  }
}
