// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { ResponseError } from '@backstage/errors';
import type {
  CreateChangeResult,
  SelfServiceApi,
  SelfServiceRequestOptions,
} from './api';
import type {
  ChangeDetail,
  ChangeList,
  ChangePreview,
  CreateChangeRequest,
  PreviewChangeRequest,
  VettedModule,
} from './types';

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
 * const { items, nextCursor } = await client.listChanges({ limit: 20 });
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

  async previewChange(
    request: PreviewChangeRequest,
    options?: SelfServiceRequestOptions,
  ): Promise<ChangePreview> {
    const response = await this.#request('/changes/preview', {
      ...options,
      body: request,
    });
    return response.json();
  }

  async createChange(
    request: CreateChangeRequest,
    options?: SelfServiceRequestOptions,
  ): Promise<CreateChangeResult> {
    const response = await this.#request('/changes', {
      ...options,
      body: request,
    });
    const change: ChangeDetail = await response.json();
    return { change, created: response.status === 201 };
  }

  async getChange(
    id: string,
    options?: SelfServiceRequestOptions,
  ): Promise<ChangeDetail> {
    const response = await this.#request(
      `/changes/${encodeURIComponent(id)}`,
      options,
    );
    return response.json();
  }

  async listChanges(
    request: { cursor?: string; limit?: number } = {},
    options?: SelfServiceRequestOptions,
  ): Promise<ChangeList> {
    const query = new URLSearchParams();
    if (request.cursor !== undefined) query.set('cursor', request.cursor);
    if (request.limit !== undefined) query.set('limit', String(request.limit));
    const search = query.toString();
    const response = await this.#request(
      search ? `/changes?${search}` : '/changes',
      options,
    );
    return response.json();
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
    options: SelfServiceRequestOptions & { body?: unknown } = {},
  ): Promise<Response> {
    const { token, signal, body } = options;
    const baseUrl = await this.#options.discoveryApi.getBaseUrl(PLUGIN_ID);
    const doFetch = this.#options.fetchApi?.fetch ?? fetch;
    const response = await doFetch(`${baseUrl}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}
