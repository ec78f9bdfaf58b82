// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { ResponseError } from '@backstage/errors';
import type { KafkaSelfServeApi } from './api';
import type { KafkaCallOptions } from './common';
import { pathOf, queryOf } from './paths';
import { KAFKA_SELF_SERVE_PLUGIN_ID } from './permissions';

/** What the client takes: the discovery and fetch APIs of a front end, or their like of a backend. @public */
export interface KafkaSelfServeClientOptions {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  /** The global fetch if left out. */
  fetchApi?: { fetch: typeof fetch };
}

interface Call extends KafkaCallOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Sent as JSON. */
  body?: object;
}

type Api = KafkaSelfServeApi;
type Of<K extends keyof Api> = ReturnType<Api[K]>;
type In<K extends keyof Api> = Parameters<Api[K]>[0];

/**
 * HTTP client of the Kafka backend, for front ends and backends.
 *
 * @example
 * ```ts
 * const client = KafkaSelfServeClient.create({ discoveryApi, fetchApi });
 * const { items, nextCursor } = await client.topics({ environment: ['prod'], q: 'orders' });
 * ```
 *
 * @public
 */
export class KafkaSelfServeClient implements KafkaSelfServeApi {
  readonly #options: KafkaSelfServeClientOptions;

  static create(options: KafkaSelfServeClientOptions): KafkaSelfServeClient {
    return new KafkaSelfServeClient(options);
  }

  private constructor(options: KafkaSelfServeClientOptions) {
    this.#options = options;
  }

  environments(options?: KafkaCallOptions): Of<'environments'> {
    return this.#json('/environments', options);
  }

  environment(name: string, options?: KafkaCallOptions): Of<'environment'> {
    return this.#json(`/environments${pathOf(name)}`, options);
  }

  createEnvironment(
    input: In<'createEnvironment'>,
    options?: KafkaCallOptions,
  ): Of<'createEnvironment'> {
    return this.#post('/environments', input, options);
  }

  updateEnvironment(
    name: string,
    input: Parameters<Api['updateEnvironment']>[1],
    options?: KafkaCallOptions,
  ): Of<'updateEnvironment'> {
    const path = `/environments${pathOf(name)}`;
    return this.#json(path, { ...options, method: 'PUT', body: input });
  }

  async deleteEnvironment(
    name: string,
    options?: KafkaCallOptions,
  ): Promise<void> {
    const path = `/environments${pathOf(name)}`;
    await this.#call(path, { ...options, method: 'DELETE' });
  }

  testConnection(
    input: In<'testConnection'>,
    options?: KafkaCallOptions,
  ): Of<'testConnection'> {
    return this.#post('/environments/test', input, options);
  }

  async definitions(options?: KafkaCallOptions): Promise<string> {
    return (await this.#call('/definitions', options)).text();
  }

  connections(options?: KafkaCallOptions): Of<'connections'> {
    return this.#json('/connections', options);
  }

  sync(name: string, options?: KafkaCallOptions): Of<'sync'> {
    return this.#post(`/environments${pathOf(name)}/sync`, {}, options);
  }

  applications(
    query?: In<'applications'>,
    options?: KafkaCallOptions,
  ): Of<'applications'> {
    return this.#json(`/applications${queryOf(query)}`, options);
  }

  application(name: string, options?: KafkaCallOptions): Of<'application'> {
    return this.#json(`/applications${pathOf(name)}`, options);
  }

  limits(query?: In<'limits'>, options?: KafkaCallOptions): Of<'limits'> {
    return this.#json(`/limits${queryOf(query)}`, options);
  }

  topics(query?: In<'topics'>, options?: KafkaCallOptions): Of<'topics'> {
    return this.#json(`/topics${queryOf(query)}`, options);
  }

  searchTopics(
    query?: In<'searchTopics'>,
    options?: KafkaCallOptions,
  ): Of<'searchTopics'> {
    return this.#json(`/search/topics${queryOf(query)}`, options);
  }

  topic(
    { environment, name }: In<'topic'>,
    options?: KafkaCallOptions,
  ): Of<'topic'> {
    return this.#json(`/topics${pathOf(environment, name)}`, options);
  }

  groups(query?: In<'groups'>, options?: KafkaCallOptions): Of<'groups'> {
    return this.#json(`/groups${queryOf(query)}`, options);
  }

  group(
    { environment, groupId }: In<'group'>,
    options?: KafkaCallOptions,
  ): Of<'group'> {
    return this.#json(`/groups${pathOf(environment, groupId)}`, options);
  }

  offsetPreview(
    input: In<'offsetPreview'>,
    options?: KafkaCallOptions,
  ): Of<'offsetPreview'> {
    return this.#post('/offset-preview', input, options);
  }

  subjects(query?: In<'subjects'>, options?: KafkaCallOptions): Of<'subjects'> {
    return this.#json(`/subjects${queryOf(query)}`, options);
  }

  subject(
    { environment, name }: In<'subject'>,
    options?: KafkaCallOptions,
  ): Of<'subject'> {
    return this.#json(`/subjects${pathOf(environment, name)}`, options);
  }

  subjectVersion(
    { environment, name, version }: In<'subjectVersion'>,
    options?: KafkaCallOptions,
  ): Of<'subjectVersion'> {
    const path = pathOf(environment, name, 'versions', String(version));
    return this.#json(`/subjects${path}`, options);
  }

  acls(query?: In<'acls'>, options?: KafkaCallOptions): Of<'acls'> {
    return this.#json(`/acls${queryOf(query)}`, options);
  }

  grants(query?: In<'grants'>, options?: KafkaCallOptions): Of<'grants'> {
    return this.#json(`/grants${queryOf(query)}`, options);
  }

  credentials(
    query?: In<'credentials'>,
    options?: KafkaCallOptions,
  ): Of<'credentials'> {
    return this.#json(`/credentials${queryOf(query)}`, options);
  }

  takePassword(
    requestId: string,
    options?: KafkaCallOptions,
  ): Of<'takePassword'> {
    return this.#post(`/passwords${pathOf(requestId)}`, {}, options);
  }

  policies(options?: KafkaCallOptions): Of<'policies'> {
    return this.#json('/policies', options);
  }

  policy(name: string, options?: KafkaCallOptions): Of<'policy'> {
    return this.#json(`/policies${pathOf(name)}`, options);
  }

  putPolicy(
    name: string,
    input: Parameters<Api['putPolicy']>[1],
    options?: KafkaCallOptions,
  ): Of<'putPolicy'> {
    const path = `/policies${pathOf(name)}`;
    return this.#json(path, { ...options, method: 'PUT', body: input });
  }

  async deletePolicy(name: string, options?: KafkaCallOptions): Promise<void> {
    const path = `/policies${pathOf(name)}`;
    await this.#call(path, { ...options, method: 'DELETE' });
  }

  drift(query?: In<'drift'>, options?: KafkaCallOptions): Of<'drift'> {
    return this.#json(`/drift${queryOf(query)}`, options);
  }

  chooseDrift(
    id: string,
    input: Parameters<Api['chooseDrift']>[1],
    options?: KafkaCallOptions,
  ): Of<'chooseDrift'> {
    return this.#post(`/drift${pathOf(id)}`, input, options);
  }

  orphans(query?: In<'orphans'>, options?: KafkaCallOptions): Of<'orphans'> {
    return this.#json(`/orphans${queryOf(query)}`, options);
  }

  importSuggestions(
    query: In<'importSuggestions'>,
    options?: KafkaCallOptions,
  ): Of<'importSuggestions'> {
    return this.#json(`/import-suggestions${queryOf(query)}`, options);
  }

  import(input: In<'import'>, options?: KafkaCallOptions): Of<'import'> {
    return this.#post('/import', input, options);
  }

  promotionDiff(
    input: In<'promotionDiff'>,
    options?: KafkaCallOptions,
  ): Of<'promotionDiff'> {
    return this.#post('/promotion-diff', input, options);
  }

  planFile(input: In<'planFile'>, options?: KafkaCallOptions): Of<'planFile'> {
    return this.#post('/files/plan', input, options);
  }

  async exportFile(
    query: In<'exportFile'>,
    options?: KafkaCallOptions,
  ): Promise<string> {
    return (await this.#call(`/files/export${queryOf(query)}`, options)).text();
  }

  async #post<T>(
    path: string,
    body: object,
    options?: KafkaCallOptions,
  ): Promise<T> {
    return this.#json(path, { ...options, method: 'POST', body });
  }

  async #json<T>(path: string, call?: Call): Promise<T> {
    return (await this.#call(path, call)).json();
  }

  async #call(path: string, call: Call = {}): Promise<Response> {
    const { token, signal, body, method = 'GET' } = call;
    const { discoveryApi, fetchApi } = this.#options;
    const baseUrl = await discoveryApi.getBaseUrl(KAFKA_SELF_SERVE_PLUGIN_ID);
    // Called on its own: a browser's fetch belongs to its window and to nothing else.
    const doFetch = fetchApi?.fetch ?? fetch;
    const response = await doFetch(`${baseUrl}${path}`, {
      method,
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
