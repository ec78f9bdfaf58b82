// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  type Entity,
  parseEntityRef,
  RELATION_CHILD_OF,
  RELATION_MEMBER_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { OwnershipSubject } from '@fairway/backstage-plugin-ownership-common';
import { serviceError } from './errors';
import { ExpiringCache } from './ExpiringCache';
import { type Clock, systemClock } from './types';

const TIME_TO_LIVE_MS = 30_000;
const MAX_CACHED_USERS = 10_000;
/** The policy's `maxDepth` of groups above a user. */
const MAX_DEPTH = 10;
const FIELDS = ['kind', 'metadata.name', 'metadata.namespace', 'relations'];

/**
 * Who a user is to the policy: the user and every group upward through all
 * parents, read from the catalog with the plugin's own credentials.
 *
 * Membership is not taken from the sign-in token, which lives an hour. A user
 * that the catalog lacks and a look-up that failed are refused, never treated
 * as "no groups": a deny that names a group would be missed.
 *
 * @public
 */
export class CatalogSubjects {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #cache: ExpiringCache<OwnershipSubject>;

  static create(options: {
    catalog: CatalogService;
    auth: AuthService;
    clock?: Clock;
  }): CatalogSubjects {
    return new CatalogSubjects(options);
  }

  private constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    clock?: Clock;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#cache = new ExpiringCache({
      timeToLiveMs: TIME_TO_LIVE_MS,
      maxEntries: MAX_CACHED_USERS,
      clock: options.clock ?? systemClock,
    });
  }

  /**
   * The user with all groups, at most 30 seconds old.
   *
   * @throws NotAllowedError `ownership-subject-not-a-user`, `ownership-subject-unknown`, `ownership-subject-too-deep`
   * @throws ServiceUnavailableError `ownership-subject-lookup-failed`
   */
  async subjectOf(userEntityRef: string): Promise<OwnershipSubject> {
    const ref = normaliseUserRef(userEntityRef);
    return this.#cache.get(ref, () => this.#lookUp(ref));
  }

  async #lookUp(ref: string): Promise<OwnershipSubject> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const [user] = await this.#read([ref], { ref, credentials });
    if (!user) {
      throw serviceError('ownership-subject-unknown', { ref });
    }
    const groups = new Set<string>();
    let level = groupsOf(user, RELATION_MEMBER_OF);
    for (let depth = 1; level.length > 0; depth++) {
      if (depth > MAX_DEPTH) {
        throw serviceError('ownership-subject-too-deep', {
          ref,
          maxDepth: MAX_DEPTH,
          group: level[0],
        });
      }
      level.forEach(group => groups.add(group));
      const entities = await this.#read(level, { ref, credentials });
      // A group that the catalog lacks still counts as the user's own entity says; it has no parents.
      const parents = entities.flatMap(entity =>
        entity ? groupsOf(entity, RELATION_CHILD_OF) : [],
      );
      // Groups that were seen are not looked at again, which also ends cycles.
      level = [...new Set(parents)].filter(group => !groups.has(group));
    }
    return { userEntityRef: ref, groupEntityRefs: [...groups].sort() };
  }

  async #read(
    entityRefs: string[],
    options: { ref: string; credentials: BackstageCredentials },
  ): Promise<(Entity | undefined)[]> {
    const { ref, credentials } = options;
    try {
      const { items } = await this.#catalog.getEntitiesByRefs(
        { entityRefs, fields: FIELDS },
        { credentials },
      );
      return items;
    } catch (error) {
      throw serviceError(
        'ownership-subject-lookup-failed',
        { ref, reason: error instanceof Error ? error.message : 'no reason' },
        { cause: error },
      );
    }
  }
}

function normaliseUserRef(userEntityRef: string): string {
  let parsed;
  try {
    parsed = parseEntityRef(userEntityRef);
  } catch (error) {
    throw serviceError(
      'ownership-subject-not-a-user',
      { ref: userEntityRef },
      { cause: error },
    );
  }
  if (parsed.kind.toLocaleLowerCase('en-US') !== 'user') {
    throw serviceError('ownership-subject-not-a-user', { ref: userEntityRef });
  }
  return stringifyEntityRef(parsed);
}

function groupsOf(entity: Entity, relation: string): string[] {
  return (entity.relations ?? [])
    .filter(({ type }) => type === relation)
    .map(({ targetRef }) => parseEntityRef(targetRef))
    .filter(({ kind }) => kind.toLocaleLowerCase('en-US') === 'group')
    .map(stringifyEntityRef);
}
