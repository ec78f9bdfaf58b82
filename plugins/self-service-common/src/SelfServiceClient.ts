// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { SelfServiceApi, SelfServiceRequestOptions } from './api';
import { callSelfService } from './callSelfService';
import type { VettedModule } from './types';

/** What the client takes: the discovery and fetch APIs of a front end or their like of a backend. @public */
export interface SelfServiceClientOptions {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi?: { fetch: typeof fetch };
}

/**
 * HTTP client of the self-service backend, for front ends and backends.
 *
 * @example
 * ```ts
 * const client = SelfServiceClient.create({ discoveryApi, fetchApi });
 * const modules = await client.listModules();
 * ```
 *
 * @public
 */
export class SelfServiceClient implements SelfServiceApi {
  readonly #options: SelfServiceClientOptions;

  static create(options: SelfServiceClientOptions): SelfServiceClient {
    return new SelfServiceClient(options);
  }

  private constructor(options: SelfServiceClientOptions) {
    this.#options = options;
  }

  async listModules(
    options?: SelfServiceRequestOptions,
  ): Promise<VettedModule[]> {
    const { items } = await callSelfService<{ items: VettedModule[] }>(
      this.#options,
      '/modules',
      options,
    );
    return items;
  }

  getModule(
    name: string,
    options?: SelfServiceRequestOptions,
  ): Promise<VettedModule> {
    return callSelfService(
      this.#options,
      `/modules/${encodeURIComponent(name)}`,
      options,
    );
  }
}
