// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { ResponseError } from '@backstage/errors';
import type { MyTargetsResponse } from './types';

/** Something that keeps a policy file from counting, or that its author should know. @public */
export interface PolicyProblem {
  severity: 'error' | 'warning';
  /** What is wrong and what to write instead. */
  message: string;
  /** Name of the file, without folder. */
  file: string;
  /** From 1; absent where the problem has no place, as when the file is missing. */
  line?: number;
  /** From 1. */
  column?: number;
}

/** Answer of `GET /policy/status`. @public */
export interface PolicyStatusResponse {
  /**
   * `current`: the file as it stands decides. `outdated`: the file has errors, the last good revision decides.
   * `missing`: there is no good revision, so everything that the policy manages is refused.
   */
  state: 'current' | 'outdated' | 'missing';
  /** The revision that decides, a content hash; absent if there is none. */
  revision?: string;
  /** When that revision was loaded, ISO 8601. */
  loadedAt?: string;
  /** Name of the policy file, without folder; absent if none is configured. */
  source?: string;
  /** When the files were last looked at, ISO 8601. */
  checkedAt: string;
  /** Of the files as they stand, not of the revision that decides. */
  problems: PolicyProblem[];
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
    const { action, service, request = {}, signal } = options;
    const query = new URLSearchParams({ action });
    if (service !== undefined) {
      query.set('service', service);
    }
    for (const [name, value] of Object.entries(request)) {
      query.set(`request.${name}`, value);
    }
    return this.#get<MyTargetsResponse>(`/me/targets?${query}`, signal);
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

  async #get<TBody>(path: string, signal?: AbortSignal): Promise<TBody> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('ownership');
    const response = await this.#fetchApi.fetch(`${baseUrl}${path}`, {
      signal,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json() as Promise<TBody>;
  }
}
