// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  type InfrastructureApi,
  InfrastructureClient,
  type SelfServiceApi,
  SelfServiceClient,
} from '@fairway/backstage-plugin-self-service-common';
import {
  type RequestCallOptions,
  type RequestsApi,
  RequestsClient,
} from '@fairway/requests-common';
import { actionError, inBackendsWords } from './errors';

/** What the actions use of an action's context. */
export interface InitiatorContext {
  getInitiatorCredentials(): Promise<BackstageCredentials>;
  signal?: AbortSignal;
}

const PLUGIN_ID = 'self-service';

/** What a call of an action may use. */
export interface SelfServiceClients {
  infrastructure: InfrastructureApi;
  modules: SelfServiceApi;
  requests: RequestsApi;
}

/**
 * The self-service backend as the person who started the task. Every call decides anew over there; nothing is decided
 * in an action.
 */
export class SelfService {
  readonly #auth: AuthService;
  readonly #clients: SelfServiceClients;

  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }): SelfService {
    return new SelfService(options);
  }

  private constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }) {
    this.#auth = options.auth;
    const { discovery } = options;
    this.#clients = {
      infrastructure: InfrastructureClient.create({ discoveryApi: discovery }),
      modules: SelfServiceClient.create({ discoveryApi: discovery }),
      requests: RequestsClient.create({ discovery, pluginId: PLUGIN_ID }),
    };
  }

  /**
   * @throws NotAllowedError `user-required`, and the refusals of the backend with their name, code and words
   */
  async call<T>(
    action: string,
    ctx: InitiatorContext,
    run: (
      clients: SelfServiceClients,
      options: RequestCallOptions,
    ) => Promise<T>,
  ): Promise<T> {
    ctx.signal?.throwIfAborted();
    const credentials = await ctx.getInitiatorCredentials();
    if (!this.#auth.isPrincipal(credentials, 'user')) {
      throw actionError('user-required', { action });
    }
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: PLUGIN_ID,
    });
    return inBackendsWords(() =>
      run(this.#clients, { token, signal: ctx.signal }),
    );
  }
}
