// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import type { EntitiesAnswer } from '@fairway/backstage-plugin-self-service-common';

const TIMEOUT_MILLISECONDS = 20_000;

/** Entities of a backend as they are now. */
export interface Reading {
  entities: Entity[];
  tag?: string;
}

export interface EntitiesReaderOptions {
  auth: AuthService;
  discovery: DiscoveryService;
  pluginId: string;
}

/** Asks a backend for its entities, as the catalog. */
export class EntitiesReader {
  readonly #options: EntitiesReaderOptions;

  static create(options: EntitiesReaderOptions): EntitiesReader {
    return new EntitiesReader(options);
  }

  private constructor(options: EntitiesReaderOptions) {
    this.#options = options;
  }

  /**
   * Undefined where nothing has changed since the reading with the tag.
   *
   * @throws ResponseError for any other answer, and what fetching throws
   */
  async read(tag?: string): Promise<Reading | undefined> {
    const { auth, discovery, pluginId } = this.#options;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: pluginId,
    });
    const response = await fetch(
      `${await discovery.getBaseUrl(pluginId)}/entities`,
      {
        headers: {
          Authorization: `Bearer ${token}`,
          ...(tag !== undefined && { 'If-None-Match': tag }),
        },
        signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
      },
    );
    if (response.status === 304) return undefined;
    if (!response.ok) throw await ResponseError.fromResponse(response);
    const { entities }: EntitiesAnswer = await response.json();
    if (!Array.isArray(entities)) {
      throw new Error(`"${pluginId}" answers without a list of entities`);
    }
    return { entities, tag: response.headers.get('etag') ?? undefined };
  }
}
