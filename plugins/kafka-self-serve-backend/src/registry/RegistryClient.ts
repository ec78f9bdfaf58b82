// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject, JsonValue } from '@backstage/types';
import type { RegistryConnection } from '../config/types';
import { kafkaError, type KafkaSelfServeError } from '../errors';
import { registryError } from './failures';

const MEDIA_TYPE = 'application/vnd.schemaregistry.v1+json';

export interface RegistryRequest {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Parts of the path, not encoded. */
  path: readonly (string | number)[];
  query?: Readonly<Record<string, string | boolean | undefined>>;
  body?: JsonObject;
  /** What it is about, for messages. */
  subject?: string;
}

/** Node's fetch puts the reason below. */
interface FetchFailure {
  name?: string;
  message?: string;
  cause?: { code?: string; message?: string };
}

/** Before the request could be sent. */
const NOT_SENT =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_TLS|ERR_SSL|EPROTO)/;

/** One request to a registry, with sign-in, a timeout, and its errors in words of the catalogue. */
export class RegistryClient {
  readonly #url: string;
  readonly #authorization: string | undefined;
  readonly #cluster: string;
  readonly #timeout: number;

  private constructor(options: RegistryClientOptions) {
    const { url, username, password } = options.registry;
    this.#url = url.replace(/\/+$/, '');
    this.#authorization =
      username === undefined
        ? undefined
        : `Basic ${Buffer.from(
            `${username}:${password?.reveal() ?? ''}`,
          ).toString('base64')}`;
    this.#cluster = options.cluster;
    this.#timeout = options.timeout;
  }

  static create(options: RegistryClientOptions): RegistryClient {
    return new RegistryClient(options);
  }

  /** @throws errors of the catalogue */
  async ask<T>(request: RegistryRequest): Promise<T> {
    const { method = 'GET', body } = request;
    let response: Response;
    let text: string;
    try {
      response = await fetch(this.#addressOf(request), {
        method,
        headers: {
          accept: `${MEDIA_TYPE}, application/json`,
          ...(body && { 'content-type': MEDIA_TYPE }),
          ...(this.#authorization && { authorization: this.#authorization }),
        },
        // Credentials go where they are configured to go and nowhere else.
        redirect: 'error',
        signal: AbortSignal.timeout(this.#timeout),
        ...(body && { body: JSON.stringify(body) }),
      });
      text = await response.text();
    } catch (error) {
      throw this.#failure(error as FetchFailure, request);
    }
    const answer = parsed(text);
    if (response.ok && answer !== undefined) return answer as T;
    throw registryError({
      cluster: this.#cluster,
      status: response.status,
      answer: response.ok ? undefined : answer,
      request: inWords(request),
      subject: request.subject ?? '',
    });
  }

  #addressOf({ path, query = {} }: RegistryRequest): string {
    const search = new URLSearchParams();
    for (const [key, value] of Object.entries(query))
      if (value !== undefined) search.set(key, String(value));
    const parts = path.map(part => encodeURIComponent(part)).join('/');
    return `${this.#url}/${parts}${search.size > 0 ? `?${search}` : ''}`;
  }

  #failure(error: FetchFailure, request: RegistryRequest): KafkaSelfServeError {
    const { code = '', message } = error.cause ?? {};
    const lasted = error.name === 'TimeoutError';
    const reason = lasted
      ? `it took longer than ${this.#timeout} ms`
      : message || code || (error.message ?? 'it gives no reason');
    const values = { cluster: this.#cluster, reason };
    const read = (request.method ?? 'GET') === 'GET';
    return read || NOT_SENT.test(code)
      ? kafkaError('registry-unreachable', values, { cause: error })
      : kafkaError(
          'registry-answer-lost',
          { ...values, request: inWords(request) },
          { cause: error },
        );
  }
}

export interface RegistryClientOptions {
  registry: RegistryConnection;
  /** Name of the connection, for messages. */
  cluster: string;
  /** Milliseconds for one request. */
  timeout: number;
}

function inWords({ method = 'GET', path }: RegistryRequest): string {
  return `${method} /${path.join('/')}`;
}

function parsed(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // a page of something in between
  }
}
