// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { ResponseError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type {
  ChainReport,
  CreateRequestInput,
  DecideInput,
  ListRequestsInput,
  PreviewRequestInput,
  RequestCallOptions,
  RequestFilters,
  RequestPage,
  RequestPreview,
  RequestsApi,
  RequestsCaller,
} from '../api';
import { requestsCommonError } from '../errors';
import type {
  RequestComment,
  RequestCounts,
  RequestDetail,
  RequestEvent,
  RequestLogLine,
} from '../types';
import { queryOf } from './queryOf';

/** What the client takes: the discovery and fetch of a front end, or their like of a backend. @public */
export interface RequestsClientOptions {
  discovery: { getBaseUrl(pluginId: string): Promise<string> };
  /** The global one if left out. */
  fetch?: typeof fetch;
  /** The plugin whose requests they are: `self-service`. */
  pluginId: string;
}

interface Call extends RequestCallOptions {
  /** Sent as JSON by `POST`; without it, it is a `GET`. */
  body?: object;
}

/**
 * HTTP client of the requests of one plugin, for front ends and backends.
 *
 * @example
 * ```ts
 * const requests = RequestsClient.create({ discovery, fetch, pluginId: 'self-service' });
 * const { items, nextCursor } = await requests.list({ decision: ['pending'], waitingForMe: true });
 * ```
 *
 * @public
 */
export class RequestsClient implements RequestsApi {
  readonly #options: RequestsClientOptions;

  static create(options: RequestsClientOptions): RequestsClient {
    return new RequestsClient(options);
  }

  private constructor(options: RequestsClientOptions) {
    this.#options = options;
  }

  preview(
    input: PreviewRequestInput,
    options?: RequestCallOptions,
  ): Promise<RequestPreview> {
    return this.#json('/preview', { ...options, body: input });
  }

  async create(
    input: CreateRequestInput,
    options?: RequestCallOptions,
  ): Promise<{ request: RequestDetail; created: boolean }> {
    return this.#json('', { ...options, body: input });
  }

  list(
    input: ListRequestsInput = {},
    options?: RequestCallOptions,
  ): Promise<RequestPage> {
    return this.#json(queryOf(input), options);
  }

  counts(
    input: RequestFilters = {},
    options?: RequestCallOptions,
  ): Promise<RequestCounts> {
    return this.#json(`/counts${queryOf(input)}`, options);
  }

  me(options?: RequestCallOptions): Promise<RequestsCaller> {
    return this.#json('/me', options);
  }

  async get(id: string, options?: RequestCallOptions): Promise<RequestDetail> {
    return this.#json(pathOf(id), options);
  }

  submit(id: string, options?: RequestCallOptions): Promise<RequestDetail> {
    return this.#act(id, 'submit', {}, options);
  }

  discard(id: string, options?: RequestCallOptions): Promise<RequestDetail> {
    return this.#act(id, 'discard', {}, options);
  }

  revise(
    id: string,
    input: { payload: JsonObject; justification?: string; rowVersion?: number },
    options?: RequestCallOptions,
  ): Promise<RequestDetail> {
    return this.#act(id, 'revise', input, options);
  }

  approve(
    id: string,
    input: DecideInput,
    options?: RequestCallOptions,
  ): Promise<RequestDetail> {
    return this.#act(id, 'approve', input, options);
  }

  reject(
    id: string,
    input: DecideInput,
    options?: RequestCallOptions,
  ): Promise<RequestDetail> {
    return this.#act(id, 'reject', input, options);
  }

  requestChanges(
    id: string,
    input: DecideInput,
    options?: RequestCallOptions,
  ): Promise<RequestDetail> {
    return this.#act(id, 'request-changes', input, options);
  }

  cancel(
    id: string,
    input: { comment?: string } = {},
    options?: RequestCallOptions,
  ): Promise<RequestDetail> {
    return this.#act(id, 'cancel', input, options);
  }

  retry(id: string, options?: RequestCallOptions): Promise<RequestDetail> {
    return this.#act(id, 'retry', {}, options);
  }

  comment(
    id: string,
    input: { text: string },
    options?: RequestCallOptions,
  ): Promise<RequestComment> {
    return this.#act(id, 'comment', input, options);
  }

  async comments(
    id: string,
    options?: RequestCallOptions,
  ): Promise<{ items: RequestComment[] }> {
    return this.#json(`${pathOf(id)}/comments`, options);
  }

  async events(
    id: string,
    options?: RequestCallOptions,
  ): Promise<{ items: RequestEvent[]; chain: ChainReport }> {
    return this.#json(`${pathOf(id)}/events`, options);
  }

  async logs(
    id: string,
    input: { after?: number } = {},
    options?: RequestCallOptions,
  ): Promise<{ items: RequestLogLine[]; more: boolean }> {
    return this.#json(`${pathOf(id)}/logs${queryOf(input)}`, options);
  }

  async export(
    input: RequestFilters & { format: 'ndjson' | 'csv' },
    options?: RequestCallOptions,
  ): Promise<ReadableStream<Uint8Array>> {
    const { body } = await this.#call(`/export${queryOf(input)}`, options);
    return body ?? new ReadableStream({ start: stream => stream.close() });
  }

  verify(options?: RequestCallOptions): Promise<ChainReport> {
    return this.#json('/verify', options);
  }

  async #act<TAnswer>(
    id: string,
    action: string,
    body: object,
    options?: RequestCallOptions,
  ): Promise<TAnswer> {
    return this.#json(`${pathOf(id)}/${action}`, { ...options, body });
  }

  async #json<TAnswer>(path: string, call?: Call): Promise<TAnswer> {
    const response = await this.#call(path, call);
    return response.json();
  }

  async #call(path: string, call: Call = {}): Promise<Response> {
    const { token, signal, body } = call;
    const { discovery, pluginId } = this.#options;
    const baseUrl = await discovery.getBaseUrl(pluginId);
    // Called on its own: a browser's fetch belongs to its window and to nothing else.
    const doFetch = this.#options.fetch ?? fetch;
    const response = await doFetch(`${baseUrl}/requests${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        ...(body && { 'Content-Type': 'application/json' }),
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      },
      body: body && JSON.stringify(body),
      signal,
    });
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response;
  }
}

/** Encoded, so that it cannot lead to another route; these three would all the same. */
function pathOf(id: string): string {
  if (['', '.', '..'].includes(id)) {
    throw requestsCommonError('request-id-invalid', { id });
  }
  return `/${encodeURIComponent(id)}`;
}
