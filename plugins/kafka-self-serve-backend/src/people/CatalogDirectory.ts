// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { AuthService } from '@backstage/backend-plugin-api';
import { RELATION_MEMBER_OF } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { CatalogSubjects } from '@fairway/backstage-plugin-ownership-node';
import type { PeopleDirectory } from '@fairway/requests-node';

/** The groups that the catalog has now: the same that the ownership policy decides with. */
export class CatalogDirectory implements PeopleDirectory {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #subjects: CatalogSubjects;

  static create(options: {
    catalog: CatalogService;
    auth: AuthService;
  }): CatalogDirectory {
    return new CatalogDirectory(options);
  }

  private constructor(options: { catalog: CatalogService; auth: AuthService }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#subjects = CatalogSubjects.create(options);
  }

  async refsOf(userRef: string): Promise<string[]> {
    const { userEntityRef, groupEntityRefs } = await this.#subjects.subjectOf(
      userRef,
    );
    return [userEntityRef, ...groupEntityRefs];
  }

  async teamsOf(userRef: string): Promise<string[]> {
    const entity = await this.#catalog.getEntityByRef(userRef, {
      credentials: await this.#auth.getOwnServiceCredentials(),
    });
    return (entity?.relations ?? [])
      .filter(({ type }) => type === RELATION_MEMBER_OF)
      .map(({ targetRef }) => targetRef);
  }
}
