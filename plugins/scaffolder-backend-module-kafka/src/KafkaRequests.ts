// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { isError, type ResponseError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import {
  KAFKA_SELF_SERVE_PLUGIN_ID,
  type KafkaRequestKind,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import {
  type RequestDetail,
  type RequestPreview,
  RequestsClient,
} from '@fairway/requests-common';
import { actionError } from './errors';

/** What the actions use of an action's context. */
export interface Initiator {
  /** Id of the action, for refusals. */
  action: string;
  getInitiatorCredentials(): Promise<BackstageCredentials>;
  signal?: AbortSignal;
}

/** What is asked for. */
export interface Wish {
  kind: KafkaRequestKind;
  payload: JsonObject;
  title?: string;
  justification?: string;
}

/**
 * The requests of the Kafka backend as the person who started the task: every
 * call is decided over there, nothing in an action.
 */
export class KafkaRequests {
  readonly #auth: AuthService;
  readonly #client: RequestsClient;

  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }): KafkaRequests {
    return new KafkaRequests(options);
  }

  private constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }) {
    this.#auth = options.auth;
    this.#client = RequestsClient.create({
      discovery: options.discovery,
      pluginId: KAFKA_SELF_SERVE_PLUGIN_ID,
    });
  }

  /** What would become of it; nothing is kept. */
  preview(by: Initiator, { kind, payload }: Wish): Promise<RequestPreview> {
    return this.#call(by, call =>
      this.#client.preview({ kind, payload }, call),
    );
  }

  /** The same key gives the same request, whatever made the step run again. */
  async make(
    by: Initiator,
    wish: Wish & { submit: 'now' | 'review'; idempotencyKey: string },
  ): Promise<RequestDetail> {
    const { request } = await this.#call(by, call =>
      this.#client.create(wish, call),
    );
    return request;
  }

  get(by: Initiator, id: string): Promise<RequestDetail> {
    return this.#call(by, call => this.#client.get(id, call));
  }

  async #call<T>(
    { action, getInitiatorCredentials, signal }: Initiator,
    run: (call: { token: string; signal?: AbortSignal }) => Promise<T>,
  ): Promise<T> {
    signal?.throwIfAborted();
    const credentials = await getInitiatorCredentials();
    if (!this.#auth.isPrincipal(credentials, 'user')) {
      throw actionError('user-required', { action });
    }
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: KAFKA_SELF_SERVE_PLUGIN_ID,
    });
    return inBackendsWords(() => run({ token, signal }));
  }
}

/** The task log shows the message alone, so it is the backend's: which rule, and what next. */
async function inBackendsWords<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!isError(error) || error.name !== 'ResponseError') throw error;
    const { cause } = error as unknown as ResponseError;
    throw Object.assign(new Error(cause.message), {
      name: cause.name,
      ...('code' in cause && { code: cause.code }),
    });
  }
}
