// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  Admin,
  type API,
  apiVersionsV3,
  type Broker,
  type Connection,
  kGetApi,
  kGetBootstrapConnection,
  kGetConnection,
} from '@platformatic/kafka';
import type { KafkaConnection } from '../../config/types';
import {
  isKafkaError,
  kafkaError,
  type KafkaSelfServeError,
} from '../../errors';
import { answerError, toKafkaError } from './failures';
import {
  type CallArguments,
  type CallName,
  type CallResponse,
  CALLS_IN_WORDS,
  LEAST_VERSIONS,
} from './calls';
import { brokerTimeout, clientOptions } from './clientOptions';

/** Who is asked: whichever broker answers, or one of them. */
export type Target = 'any' | { host: string; port: number };

/** What the client throws when a part of an answer is an error: the whole answer is in it. */
interface WithResponse {
  code?: string;
  response?: unknown;
}

type Callback<T> = (error?: Error | null, result?: T) => void;

/**
 * One request to one broker. The client's own calls reject a whole answer when
 * one thing in it is wrong, retry by themselves and ask any broker; this goes
 * below them, to the requests of the protocol, so that a caller sees every part
 * of an answer and decides who is asked.
 */
export class BrokerClient {
  readonly #admin: Admin;
  readonly #connection: KafkaConnection;
  /** Why the last connection broke; a broken TLS says so only there. */
  #lastBreak: Error | undefined;

  private constructor(connection: KafkaConnection) {
    this.#connection = connection;
    this.#admin = new Admin(clientOptions(connection));
    this.#admin.connections.on('connecting', ({ connection: opened }) => {
      // An error that comes after the first would otherwise end the process.
      opened.on('error', error => {
        this.#lastBreak = error;
      });
      opened.on('connect', () => {
        this.#lastBreak = undefined;
      });
    });
  }

  static create(connection: KafkaConnection): BrokerClient {
    return new BrokerClient(connection);
  }

  get cluster(): string {
    return this.#connection.name;
  }

  /** Milliseconds that a broker is given for a change. */
  get changeTimeout(): number {
    return brokerTimeout(this.#connection);
  }

  /** The answer, also when parts of it are errors: look at their codes. */
  async ask<Name extends CallName>(
    target: Target,
    name: Name,
    ...args: CallArguments<Name>
  ): Promise<CallResponse<Name>> {
    const connection = await this.#connect(target, name);
    const api = await this.#apiFor(name);
    try {
      // The types of one request are those of its newest version; the client evens out the others.
      const answer = await api.async(connection, ...(args as unknown[]));
      return answer as CallResponse<Name>;
    } catch (error) {
      const { code, response } = error as WithResponse;
      if (code === 'PLT_KFK_RESPONSE' && response !== undefined)
        return response as CallResponse<Name>;
      throw this.#failure(error, name, true);
    }
  }

  /** Brokers that are alive, and the one that takes changes. */
  async metadata() {
    try {
      // This one also tells the client whom to ask when the configured brokers are gone.
      return await this.#admin.metadata({ topics: [], forceUpdate: true });
    } catch (error) {
      throw this.#failure(error, 'Metadata', false);
    }
  }

  /** Whether the brokers offer a request in a version that the client knows. */
  async offers(name: CallName): Promise<boolean> {
    await this.#connect('any', name);
    try {
      await this.#apiFor(name);
      return true;
    } catch (error) {
      if (isKafkaError(error, 'kafka-unsupported')) return false;
      throw error;
    }
  }

  /** Whether a broker takes connections. */
  async reaches(target: Target): Promise<boolean> {
    return this.#connect(target, 'Metadata').then(
      () => true,
      () => false,
    );
  }

  /** What the brokers report of their features, by name. */
  async features(): Promise<ReadonlyMap<string, number>> {
    const connection = await this.#connect('any', 'Metadata');
    try {
      const { supportedFeatures } = (await apiVersionsV3.api.async(
        connection,
        'fairway',
        '1',
      )) as { supportedFeatures?: { name: string; maxVersion: number }[] };
      return new Map(
        (supportedFeatures ?? []).map(({ name, maxVersion }) => [
          name,
          maxVersion,
        ]),
      );
    } catch (error) {
      throw this.#failure(error, 'Metadata', true);
    }
  }

  /** An error code in an answer as an error of the catalogue. */
  answerError(
    name: CallName,
    about: string,
    answer: { errorCode: number; errorMessage?: string | null },
  ): KafkaSelfServeError {
    return answerError({
      code: answer.errorCode,
      message: answer.errorMessage,
      cluster: this.cluster,
      request: CALLS_IN_WORDS[name],
      name: about,
    });
  }

  async close(): Promise<void> {
    await this.#admin.close();
  }

  async #connect(target: Target, name: CallName): Promise<Connection> {
    try {
      return await promised<Connection>(done =>
        target === 'any'
          ? this.#admin[kGetBootstrapConnection](done)
          : this.#admin[kGetConnection](target as Broker, done),
      );
    } catch (error) {
      throw this.#failure(error, name, false);
    }
  }

  async #apiFor(name: CallName): Promise<API<unknown[], unknown>> {
    try {
      const api = await promised<API<unknown[], unknown>>(done =>
        this.#admin[kGetApi](name, done),
      );
      if (api.version >= (LEAST_VERSIONS[name] ?? 0)) return api;
    } catch (error) {
      throw this.#failure(error, name, false);
    }
    throw kafkaError('kafka-unsupported', {
      cluster: this.cluster,
      request: CALLS_IN_WORDS[name],
      reason: 'its brokers are older than Kafka 3.0',
    });
  }

  #failure(error: unknown, name: CallName, sent: boolean): KafkaSelfServeError {
    const context = {
      cluster: this.cluster,
      request: CALLS_IN_WORDS[name],
      sent,
      signsIn: this.#connection.sasl !== undefined,
    };
    const failure = toKafkaError(error, context);
    const broke = /^kafka-(?:answer-lost|unreachable)$/.test(failure.code);
    if (!broke || !this.#lastBreak) return failure;
    const cause = toKafkaError(this.#lastBreak, { ...context, sent: false });
    // A broker that wants a client certificate says so only after the handshake.
    return cause.code === 'kafka-tls-failed' ? cause : failure;
  }
}

function promised<T>(run: (callback: Callback<T>) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    run((error, result) => (error ? reject(error) : resolve(result as T)));
  });
}
