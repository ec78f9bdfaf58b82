// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { ResponseError } from '@backstage/errors';
import type {
  BreakGlassRecord,
  BreakGlassResponse,
  DecideRequest,
  ExplainRequest,
  ExplainResponse,
  MatrixQuery,
  MatrixPage,
  MeResponse,
  OpenBreakGlassRequest,
  PolicyStatusResponse,
  RevisionsResponse,
  SimulateRequest,
  SimulateResponse,
  WhoCanQuery,
} from './api';
import type { PolicyDiff, WhoCan } from './answers';
import { toSearch } from './search';
import type { MyTargetsResponse, OwnershipDecision } from './types';

/** @public */
export interface RequestOptions {
  signal?: AbortSignal;
}

/**
 * Asks the ownership backend, as the person who is signed in.
 *
 * @public
 *
 * @example
 * ```ts
 * const client = new OwnershipClient({ discoveryApi, fetchApi });
 * const { targets } = await client.myTargets({ action: 'service.deploy', service: 'networking' });
 * ```
 */
export class OwnershipClient {
  readonly #discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetchApi: { fetch: typeof fetch };

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi: { fetch: typeof fetch };
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  /**
   * What the person may do in each environment, and why not in the rest.
   *
   * @throws ResponseError with the code and message of the backend
   */
  async myTargets(options: {
    /** An action of the policy, for example `service.deploy`. */
    action: string;
    /** A service of the policy; left out: what holds for the environment alone. */
    service?: string;
    /** Attributes that the policy declares, for example `{ changeTicket: 'CHG-1' }`. */
    request?: Record<string, string>;
    signal?: AbortSignal;
  }): Promise<MyTargetsResponse> {
    const { action, service, request, signal } = options;
    const query = toSearch({ action, service }, request);
    return this.#get<MyTargetsResponse>(`/me/targets${query}`, signal);
  }

  /**
   * Which revision decides, and what is wrong with the file as it stands.
   *
   * @throws ResponseError with the code and message of the backend
   */
  async policyStatus(
    options: { signal?: AbortSignal } = {},
  ): Promise<PolicyStatusResponse> {
    return this.#get<PolicyStatusResponse>('/policy/status', options.signal);
  }

  /**
   * Who the person is to the policy, and which pages are of use.
   *
   * @throws ResponseError with the code and message of the backend
   */
  async me(options: RequestOptions = {}): Promise<MeResponse> {
    return this.#get('/me', options.signal);
  }

  /**
   * Decides for the person who is signed in. To show something only: whoever
   * writes decides again.
   *
   * @throws ResponseError with the code and message of the backend
   */
  async decide(
    body: DecideRequest,
    options: RequestOptions = {},
  ): Promise<OwnershipDecision> {
    return this.#post('/decide', body, options.signal);
  }

  /**
   * Decides and says who would have to approve; for other people too, for
   * those who may ask.
   *
   * @throws ResponseError with the code and message of the backend
   */
  async explain(
    body: ExplainRequest,
    options: RequestOptions = {},
  ): Promise<ExplainResponse> {
    return this.#post('/explain', body, options.signal);
  }

  /**
   * Judges a draft of the policy, and says who would gain and who would lose.
   * A draft with errors is an answer with `problems`, not an exception.
   *
   * @throws ResponseError with the code and message of the backend
   */
  async simulate(
    body: SimulateRequest,
    options: RequestOptions = {},
  ): Promise<SimulateResponse> {
    return this.#post('/simulate', body, options.signal);
  }

  /**
   * Which teams may do something.
   *
   * @throws ResponseError with the code and message of the backend
   */
  async whoCan(
    query: WhoCanQuery,
    options: RequestOptions = {},
  ): Promise<WhoCan> {
    const { request, stores, ...names } = query;
    const search = toSearch({ ...names, store: stores }, request);
    return this.#get(`/who-can${search}`, options.signal);
  }

  /**
   * Which teams may do an action to what, where.
   *
   * @throws ResponseError with the code and message of the backend
   */
  async matrix(
    query: MatrixQuery = {},
    options: RequestOptions = {},
  ): Promise<MatrixPage> {
    return this.#get(`/matrix${toSearch({ ...query })}`, options.signal);
  }

  /**
   * The revisions that were in force, newest first.
   *
   * @throws ResponseError with the code and message of the backend
   */
  async revisions(options: RequestOptions = {}): Promise<RevisionsResponse> {
    return this.#get('/revisions', options.signal);
  }

  /**
   * Who gained and who lost from one revision to another.
   *
   * @throws ResponseError with the code and message of the backend
   */
  async diff(
    query: { from: string; to: string },
    options: RequestOptions = {},
  ): Promise<PolicyDiff> {
    return this.#get(`/diff${toSearch(query)}`, options.signal);
  }

  /**
   * Break-glass grants: all of them for those who may approve, the own ones
   * for everybody else.
   *
   * @throws ResponseError with the code and message of the backend
   */
  async breakGlass(options: RequestOptions = {}): Promise<BreakGlassResponse> {
    return this.#get('/break-glass', options.signal);
  }

  /**
   * Asks for a grant; it counts once a second person approved it.
   *
   * @throws ResponseError with the code and message of the backend
   */
  async openBreakGlass(
    body: OpenBreakGlassRequest,
    options: RequestOptions = {},
  ): Promise<BreakGlassRecord> {
    return this.#post('/break-glass', body, options.signal);
  }

  /**
   * Approves somebody else's grant.
   *
   * @throws ResponseError with the code and message of the backend; 409 if it is not waiting any more
   */
  async approveBreakGlass(
    query: { id: string },
    options: RequestOptions = {},
  ): Promise<BreakGlassRecord> {
    const path = `/break-glass/${encodeURIComponent(query.id)}/approve`;
    return this.#post(path, {}, options.signal);
  }

  /**
   * Ends a grant before its time, or withdraws one that is waiting.
   *
   * @throws ResponseError with the code and message of the backend; 409 if it ended already
   */
  async closeBreakGlass(
    query: { id: string },
    options: RequestOptions = {},
  ): Promise<BreakGlassRecord> {
    const path = `/break-glass/${encodeURIComponent(query.id)}/close`;
    return this.#post(path, {}, options.signal);
  }

  async #get<TBody>(path: string, signal?: AbortSignal): Promise<TBody> {
    return this.#request(path, { signal });
  }

  async #post<TBody>(
    path: string,
    body: object,
    signal?: AbortSignal,
  ): Promise<TBody> {
    return this.#request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal,
    });
  }

  async #request<TBody>(path: string, init: RequestInit): Promise<TBody> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('ownership');
    const response = await this.#fetchApi.fetch(`${baseUrl}${path}`, init);
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json() as Promise<TBody>;
  }
}
