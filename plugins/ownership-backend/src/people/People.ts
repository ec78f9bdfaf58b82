// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  BackstageCredentials,
  BackstageUserPrincipal,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  type OwnershipSubject,
  ownershipAdministerPermission,
} from '@fairway/backstage-plugin-ownership-common';
import type {
  CatalogSubjects,
  CompiledPolicy,
} from '@fairway/backstage-plugin-ownership-node';
import { backendError } from '../errors';

/** Whoever is signed in, as this plugin sees them. */
export interface Person {
  subject: OwnershipSubject;
  /** In a group of `ownership.administrators`, and allowed by the framework's policy. */
  administrator: boolean;
}

/** Tells who is asking. A look-up that fails refuses. */
export class People {
  readonly #subjects: CatalogSubjects;
  readonly #permissions: PermissionsService;
  readonly #administrators: ReadonlySet<string>;

  constructor(options: {
    subjects: CatalogSubjects;
    permissions: PermissionsService;
    /** Group entity refs, folded. */
    administrators: readonly string[];
  }) {
    this.#subjects = options.subjects;
    this.#permissions = options.permissions;
    this.#administrators = new Set(options.administrators);
  }

  /**
   * The person behind the credentials.
   *
   * @throws NotAllowedError for a user that the catalog lacks, ServiceUnavailableError if it does not answer
   */
  async person(
    credentials: BackstageCredentials<BackstageUserPrincipal>,
  ): Promise<Person> {
    const { userEntityRef } = credentials.principal;
    const subject = await this.#subjects.subjectOf(userEntityRef);
    const named = subject.groupEntityRefs.some(ref =>
      this.#administrators.has(ref),
    );
    const administrator = named && (await this.#mayAdminister(credentials));
    return { subject, administrator };
  }

  /** Somebody else, as the catalog knows them; throws as `person` does. */
  async subjectOf(userEntityRef: string): Promise<OwnershipSubject> {
    return this.#subjects.subjectOf(userEntityRef);
  }

  async #mayAdminister(credentials: BackstageCredentials): Promise<boolean> {
    const [{ result }] = await this.#permissions.authorize(
      [{ permission: ownershipAdministerPermission }],
      { credentials },
    );
    return result === AuthorizeResult.ALLOW;
  }
}

/** Ids of the policy's teams that a subject belongs to. */
export function teamsOf(
  policy: CompiledPolicy,
  subject: OwnershipSubject,
): string[] {
  const groups = new Set(subject.groupEntityRefs);
  return [...policy.teams.values()].flatMap(team =>
    team.groups.some(group => groups.has(group)) ? [team.name] : [],
  );
}

/**
 * Refuses whoever has nothing to do with the policy.
 *
 * @throws NotAllowedError `ownership-team-only`
 */
export function demandTeam(policy: CompiledPolicy, person: Person): void {
  if (!person.administrator && !teamsOf(policy, person.subject).length) {
    throw backendError('ownership-team-only', {
      user: person.subject.userEntityRef,
    });
  }
}
