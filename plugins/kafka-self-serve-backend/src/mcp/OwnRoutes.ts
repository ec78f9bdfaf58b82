// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { isError, type ResponseError } from '@backstage/errors';
import {
  KAFKA_SELF_SERVE_PLUGIN_ID as pluginId,
  KafkaSelfServeClient,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { RequestsClient } from '@fairway/requests-common';

interface Clients {
  kafka: KafkaSelfServeClient;
  requests: RequestsClient;
}

/**
 * This plugin's own routes, called as whoever invokes an action: permissions,
 * rules and the audit log are those of the pages, and there is no other way in.
 */
export class OwnRoutes {
  readonly #auth: AuthService;
  readonly #clients: Clients;

  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }): OwnRoutes {
    return new OwnRoutes(options);
  }

  private constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }) {
    const { auth, discovery } = options;
    this.#auth = auth;
    this.#clients = {
      kafka: KafkaSelfServeClient.create({ discoveryApi: discovery }),
      requests: RequestsClient.create({ discovery, pluginId }),
    };
  }

  /** @throws what the route answers, with its code and words */
  async as<T>(
    credentials: BackstageCredentials,
    call: (clients: Clients, options: { token: string }) => Promise<T>,
  ): Promise<T> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: pluginId,
    });
    try {
      return await call(this.#clients, { token });
    } catch (error) {
      if (!isError(error) || error.name !== 'ResponseError') throw error;
      const { cause } = error as unknown as ResponseError;
      throw Object.assign(new Error(cause.message), {
        name: cause.name,
        ...('code' in cause && { code: cause.code }),
      });
    }
  }
}
