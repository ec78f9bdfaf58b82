// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { setTimeout as pause } from 'node:timers/promises';
import type {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { permissionError } from '../errors';

/** How long the scaffolder is waited for; in milliseconds. */
export interface AskingLimits {
  /** A list that is older is asked for anew. */
  refreshAfter: number;
  /**
   * For an answer, over all tries. A portal that is busy answers itself late, and would be busier still by being asked
   * the same once more meanwhile: what is tried again is what failed.
   */
  wait: number;
  /** Before each further try. */
  pauses: readonly number[];
}

const LIMITS: AskingLimits = {
  refreshAfter: 60_000,
  wait: 30_000,
  pauses: [250, 1_000, 4_000],
};

interface InstalledActionsOptions {
  auth: AuthService;
  discovery: DiscoveryService;
  logger: LoggerService;
  /** The usual where it is left out. */
  limits?: AskingLimits;
}

/** Which scaffolder actions there are. */
export interface ActionSource {
  /** @throws ServiceUnavailableError `ownership-actions-unavailable` */
  ids(): Promise<ReadonlySet<string>>;
}

/**
 * The actions that the scaffolder has installed, asked for at most once a
 * minute with the plugin's own credentials. Which ones are installed changes
 * only with a deployment, so an older answer is given at once while a newer one
 * is asked for, and is better than none. Only the first list is waited for, by
 * all who need it together; without it nothing is answered.
 */
export class InstalledActions implements ActionSource {
  readonly #options: InstalledActionsOptions;
  readonly #limits: AskingLimits;
  #ids?: ReadonlySet<string>;
  #askedAt = -Infinity;
  #asking?: Promise<ReadonlySet<string>>;

  static create(options: InstalledActionsOptions): InstalledActions {
    return new InstalledActions(options);
  }

  private constructor(options: InstalledActionsOptions) {
    this.#options = options;
    this.#limits = options.limits ?? LIMITS;
  }

  async ids(): Promise<ReadonlySet<string>> {
    const known = this.#ids;
    if (!known) return this.#ask();
    if (performance.now() - this.#askedAt >= this.#limits.refreshAfter) {
      this.#ask().catch(error =>
        this.#options.logger.warn('An older list of actions is used', error),
      );
    }
    return known;
  }

  #ask(): Promise<ReadonlySet<string>> {
    this.#asking ??= this.#try().finally(() => {
      this.#askedAt = performance.now();
      this.#asking = undefined;
    });
    return this.#asking;
  }

  async #try(): Promise<ReadonlySet<string>> {
    const { pauses, wait } = this.#limits;
    const end = AbortSignal.timeout(wait);
    for (let tries = 0; ; tries += 1) {
      try {
        this.#ids = await this.#request(end);
        return this.#ids;
      } catch (cause) {
        if (tries < pauses.length && !end.aborted) {
          await pause(pauses[tries]);
          continue;
        }
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw permissionError(
          'ownership-actions-unavailable',
          { reason },
          { cause },
        );
      }
    }
  }

  async #request(signal: AbortSignal): Promise<ReadonlySet<string>> {
    const { auth, discovery } = this.#options;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'scaffolder',
    });
    const baseUrl = await discovery.getBaseUrl('scaffolder');
    const response = await fetch(`${baseUrl}/v2/actions`, {
      headers: { authorization: `Bearer ${token}` },
      signal,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    const actions: { id: string }[] = await response.json();
    return new Set(actions.map(({ id }) => id));
  }
}
