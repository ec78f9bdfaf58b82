// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  type SelfServiceApi,
  SelfServiceClient,
  type SelfServiceRequestOptions,
} from '@fairway/backstage-plugin-self-service-common';
import { actionError, inBackendsWords } from './errors';

/** What the actions use of an action's context. */
export interface InitiatorContext {
  getInitiatorCredentials(): Promise<BackstageCredentials>;
  signal?: AbortSignal;
}

/**
 * The self-service backend as the person who started the task. Every call decides anew over there; nothing is decided
 * in an action.
 */
export class SelfService {
  readonly #auth: AuthService;
  readonly #client: SelfServiceApi;

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
    this.#client = SelfServiceClient.create({
      discoveryApi: options.discovery,
    });
  }

  /**
   * @throws NotAllowedError `user-required`, and the refusals of the backend with their name, code and words
   */
  async call<T>(
    action: string,
    ctx: InitiatorContext,
    run: (
      client: SelfServiceApi,
      options: SelfServiceRequestOptions,
    ) => Promise<T>,
  ): Promise<T> {
    ctx.signal?.throwIfAborted();
    const credentials = await ctx.getInitiatorCredentials();
    if (!this.#auth.isPrincipal(credentials, 'user')) {
      throw actionError('user-required', { action });
    }
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: 'self-service',
    });
    return inBackendsWords(() =>
      run(this.#client, { token, signal: ctx.signal }),
    );
  }
}
