// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { ResponseError } from '@backstage/errors';
import type { SelfServiceApi, SelfServiceRequestOptions } from './api';
import type { VettedModule } from './types';

const PLUGIN_ID = 'self-service';

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
    const response = await this.#request('/modules', options);
    const { items }: { items: VettedModule[] } = await response.json();
    return items;
  }

  async getModule(
    name: string,
    options?: SelfServiceRequestOptions,
  ): Promise<VettedModule> {
    const response = await this.#request(
      `/modules/${encodeURIComponent(name)}`,
      options,
    );
    return response.json();
  }

  async #request(
    path: string,
    options: SelfServiceRequestOptions = {},
  ): Promise<Response> {
    const { token, signal } = options;
    const baseUrl = await this.#options.discoveryApi.getBaseUrl(PLUGIN_ID);
    const doFetch = this.#options.fetchApi?.fetch ?? fetch;
    const response = await doFetch(`${baseUrl}${path}`, {
      headers: token === undefined ? {} : { Authorization: `Bearer ${token}` },
      signal,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}
