// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { AuthService } from '@backstage/backend-plugin-api';
import {
  type Entity,
  parseEntityRef,
  RELATION_CHILD_OF,
  RELATION_MEMBER_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { oneLine } from '../domain/text';

/** Groups below a group that are looked at on one level. */
const GROUPS = 500;

/** Author of a commit. */
export interface CommitAuthor {
  name: string;
  email: string;
}

/** What a change records about its requester. */
export interface Requester {
  author: CommitAuthor;
  /** Groups that the person is a direct member of, as entity refs. */
  groupRefs: string[];
}

/**
 * Looks people up in the catalog with the plugin's own credentials.
 */
export class People {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;

  static create(options: {
    catalog: CatalogService;
    auth: AuthService;
  }): People {
    return new People(options);
  }

  private constructor(options: { catalog: CatalogService; auth: AuthService }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
  }

  /** The person whose profile has an email address, as entity ref; undefined for nobody, and for several. */
  async byEmail(address: string): Promise<string | undefined> {
    const { items } = await this.#catalog.queryEntities(
      {
        filter: { kind: 'User', 'spec.profile.email': address },
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
        limit: 2,
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    return items.length === 1 ? stringifyEntityRef(items[0]) : undefined;
  }

  /** People of a group and of the groups below it, as entity refs, `limit` of them at most. */
  async membersOf(
    groupRef: string,
    { limit }: { limit: number },
  ): Promise<string[]> {
    const members = new Set<string>();
    const seen = new Set([groupRef]);
    for (let level = [groupRef]; level.length > 0 && members.size < limit; ) {
      const [people, groups] = await Promise.all([
        this.#related('User', { [RELATION_MEMBER_OF]: level }, limit),
        this.#related('Group', { [RELATION_CHILD_OF]: level }, GROUPS),
      ]);
      people.forEach(ref => members.add(ref));
      // Groups that were seen are not looked at again, which also ends cycles.
      level = groups.filter(ref => !seen.has(ref));
      level.forEach(ref => seen.add(ref));
    }
    return [...members].slice(0, limit);
  }

  async #related(
    kind: string,
    relations: Record<string, string[]>,
    limit: number,
  ): Promise<string[]> {
    const { items } = await this.#catalog.queryEntities(
      {
        filter: {
          kind,
          ...Object.fromEntries(
            Object.entries(relations).map(([type, refs]) => [
              `relations.${type}`,
              refs,
            ]),
          ),
        },
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
        limit,
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    return items.map(each => stringifyEntityRef(each));
  }

  /** Names by which a person is known on a host, in lower case: their account there and their address. */
  async namesOnHost(userRef: string): Promise<string[]> {
    const entity = await this.#catalog.getEntityByRef(userRef, {
      credentials: await this.#auth.getOwnServiceCredentials(),
    });
    const profile = (entity?.spec as { profile?: unknown } | undefined)
      ?.profile;
    return [
      entity?.metadata.annotations?.['github.com/user-login'],
      textOf(profile, 'email'),
    ].flatMap(name => (name ? [name.toLowerCase()] : []));
  }

  /** Name, email and groups of a person; a person without a profile commits under the entity ref. */
  async requester(userRef: string): Promise<Requester> {
    const entity = await this.#catalog.getEntityByRef(userRef, {
      credentials: await this.#auth.getOwnServiceCredentials(),
    });
    return {
      author: authorOf(userRef, entity),
      groupRefs: (entity?.relations ?? [])
        .filter(({ type }) => type === RELATION_MEMBER_OF)
        .map(({ targetRef }) => targetRef),
    };
  }
}

/** Author of a commit: the profile's name and email, else names made from the entity ref. */
export function authorOf(
  userRef: string,
  entity: Entity | undefined,
): CommitAuthor {
  const { name, namespace } = parseEntityRef(userRef);
  const profile = (entity?.spec as { profile?: unknown } | undefined)?.profile;
  return {
    name: textOf(profile, 'displayName') ?? name,
    email:
      textOf(profile, 'email') ?? `${name}.${namespace}@users.noreply.invalid`,
  };
}

function textOf(profile: unknown, key: string): string | undefined {
  const value = (profile as Record<string, unknown> | undefined)?.[key];
  // Angle brackets end a name in Git's author line.
  return typeof value === 'string'
    ? oneLine(value.replace(/[<>]/g, '')).slice(0, 200) || undefined
    : undefined;
}
