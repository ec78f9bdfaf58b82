// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { isError, type ResponseError } from '@backstage/errors';
import { RequestsClient } from '@fairway/requests-common';

/** @public */
export interface OwnRoutesOptions {
  auth: AuthService;
  discovery: DiscoveryService;
  pluginId: string;
}

/**
 * A plugin's own routes, called as whoever invokes one of its registered actions: permissions, rules and the audit log
 * are those of the pages, and there is no other way in.
 *
 * @public
 */
export class OwnRoutes {
  readonly #options: OwnRoutesOptions;
  readonly #requests: RequestsClient;

  static create(options: OwnRoutesOptions): OwnRoutes {
    return new OwnRoutes(options);
  }

  private constructor(options: OwnRoutesOptions) {
    this.#options = options;
    this.#requests = RequestsClient.create(options);
  }

  /** @throws what the route answers, with its code and words */
  async as<T>(
    credentials: BackstageCredentials,
    call: (requests: RequestsClient, options: { token: string }) => Promise<T>,
  ): Promise<T> {
    const { auth, pluginId } = this.#options;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: pluginId,
    });
    try {
      return await call(this.#requests, { token });
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
