// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { permissionError } from '../errors';

const REFRESH_AFTER_MS = 60_000;
const REQUEST_TIMEOUT_MS = 5_000;

/** Which scaffolder actions there are. */
export interface ActionSource {
  /** @throws ServiceUnavailableError `ownership-actions-unavailable` */
  ids(): Promise<ReadonlySet<string>>;
}

/**
 * The actions that the scaffolder has installed, asked for at most once a
 * minute with the plugin's own credentials. Which ones are installed changes
 * only with a deployment, so an older answer is better than none.
 */
export class InstalledActions implements ActionSource {
  readonly #options: {
    auth: AuthService;
    discovery: DiscoveryService;
    logger: LoggerService;
  };
  #ids?: ReadonlySet<string>;
  #askedAt = -Infinity;
  #asking?: Promise<ReadonlySet<string>>;

  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
    logger: LoggerService;
  }): InstalledActions {
    return new InstalledActions(options);
  }

  private constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
    logger: LoggerService;
  }) {
    this.#options = options;
  }

  async ids(): Promise<ReadonlySet<string>> {
    if (this.#ids && performance.now() - this.#askedAt < REFRESH_AFTER_MS) {
      return this.#ids;
    }
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  async #ask(): Promise<ReadonlySet<string>> {
    try {
      this.#ids = await this.#request();
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      const error = permissionError(
        'ownership-actions-unavailable',
        { reason },
        { cause },
      );
      if (!this.#ids) {
        throw error;
      }
      this.#options.logger.warn('An older list of actions is used', error);
    }
    this.#askedAt = performance.now();
    return this.#ids;
  }

  async #request(): Promise<ReadonlySet<string>> {
    const { auth, discovery } = this.#options;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'scaffolder',
    });
    const baseUrl = await discovery.getBaseUrl('scaffolder');
    const response = await fetch(`${baseUrl}/v2/actions`, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    const actions: { id: string }[] = await response.json();
    return new Set(actions.map(({ id }) => id));
  }
}
