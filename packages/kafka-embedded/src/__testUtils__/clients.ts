// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { pbkdf2Sync, randomBytes } from 'node:crypto';
import {
  Admin,
  alterUserScramCredentialsV0,
  type BaseOptions,
  type Connection,
  Consumer,
  kGetConnection,
  ProduceAcks,
  Producer,
  ScramMechanisms,
  stringDeserializers,
  stringSerializers,
} from '@platformatic/kafka';
import type { EmbeddedCluster } from '..';

const SCRAM_ITERATIONS = 4096;

type StringConsumer = Consumer<string, string, string, string>;

/** The real client, with everything it opens closed at once. */
export class Clients {
  readonly #base: BaseOptions;
  readonly #closing: (() => Promise<unknown>)[] = [];

  constructor(
    cluster: EmbeddedCluster,
    as?: { username: string; password: string; mechanism?: 'SCRAM-SHA-256' },
  ) {
    this.#base = {
      clientId: 'test',
      bootstrapBrokers: cluster.bootstrapServers,
      // A broker that is not the controller says so, and the client asks the right one.
      retries: 1,
      retryDelay: 1,
      ...(as && { sasl: { mechanism: 'SCRAM-SHA-512', ...as } }),
    };
  }

  admin(): Admin {
    const admin = new Admin(this.#base);
    this.#closing.push(() => admin.close());
    return admin;
  }

  async produce(topic: string, values: string[], partition = 0) {
    const producer = new Producer({
      ...this.#base,
      serializers: stringSerializers,
    });
    this.#closing.push(() => producer.close());
    await producer.send({
      acks: ProduceAcks.ALL,
      messages: values.map(value => ({ topic, value, partition })),
    });
  }

  consumer(groupId: string): StringConsumer {
    const consumer = new Consumer({
      ...this.#base,
      groupId,
      deserializers: stringDeserializers,
      autocommit: false,
      maxWaitTime: 50,
    });
    this.#closing.push(() => consumer.close(true));
    return consumer;
  }

  /** Reads from the start until `count` messages are there, and commits when asked to. */
  async consume(
    topic: string,
    { count, groupId, commit = false }: ConsumeOptions,
  ): Promise<string[]> {
    const consumer = this.consumer(groupId);
    const stream = await consumer.consume({
      topics: [topic],
      mode: 'earliest',
    });
    const values: string[] = [];
    for await (const message of stream) {
      values.push(message.value);
      if (commit) await message.commit();
      if (values.length === count) break;
    }
    await stream.close();
    await consumer.close(true);
    return values;
  }

  async close() {
    await Promise.all(this.#closing.splice(0).map(close => close()));
  }
}

interface ConsumeOptions {
  count: number;
  groupId: string;
  commit?: boolean;
}

/** Makes a SCRAM user, or gives one a new password. */
export async function setPassword(
  admin: Admin,
  { username, password }: { username: string; password: string },
) {
  const salt = randomBytes(16);
  // Unlike Kafka's, these brokers pass nothing on to the controller.
  const { brokers, controllerId } = await admin.metadata({ topics: [] });
  const controller = brokers.get(controllerId)!;
  const connection = await new Promise<Connection>((resolve, reject) => {
    admin[kGetConnection](controller, (error, result) =>
      result ? resolve(result) : reject(error),
    );
  });
  await alterUserScramCredentialsV0.api.async(
    connection,
    [],
    [
      {
        name: username,
        mechanism: ScramMechanisms.SCRAM_SHA_512,
        iterations: SCRAM_ITERATIONS,
        salt,
        saltedPassword: pbkdf2Sync(
          password,
          salt,
          SCRAM_ITERATIONS,
          64,
          'sha512',
        ),
      },
    ],
  );
}

/** The names of Kafka's errors, such as TOPIC_AUTHORIZATION_FAILED, that a failed call carries. */
export async function refusals(call: Promise<unknown>): Promise<string[]> {
  const error = await call.then(
    () => undefined,
    failure => failure,
  );
  const collect = (from: NestedError | undefined): string[] =>
    from
      ? [
          ...(from.apiId ? [from.apiId] : []),
          ...(from.errors ?? []).flatMap(collect),
          ...collect(from.cause),
        ]
      : [];
  return collect(error);
}

interface NestedError {
  apiId?: string;
  errors?: NestedError[];
  cause?: NestedError;
}
