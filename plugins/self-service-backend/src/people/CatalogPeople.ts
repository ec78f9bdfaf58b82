// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { CatalogSubjects } from '@fairway/backstage-plugin-ownership-node';
import type { PeopleDirectory } from '@fairway/requests-node';
import type { People } from './People';

/** The groups that the catalog has now: the same that the ownership policy decides with. */
export class CatalogPeople implements PeopleDirectory {
  readonly #subjects: Pick<CatalogSubjects, 'subjectOf'>;
  readonly #people: People;

  static create(options: {
    subjects: Pick<CatalogSubjects, 'subjectOf'>;
    people: People;
  }): CatalogPeople {
    return new CatalogPeople(options);
  }

  private constructor(options: {
    subjects: Pick<CatalogSubjects, 'subjectOf'>;
    people: People;
  }) {
    this.#subjects = options.subjects;
    this.#people = options.people;
  }

  async refsOf(userRef: string): Promise<string[]> {
    const { userEntityRef, groupEntityRefs } = await this.#subjects.subjectOf(
      userRef,
    );
    return [userEntityRef, ...groupEntityRefs];
  }

  async teamsOf(userRef: string): Promise<string[]> {
    return (await this.#people.requester(userRef)).groupRefs;
  }

  membersOf(groupRef: string, options: { limit: number }): Promise<string[]> {
    return this.#people.membersOf(groupRef, options);
  }
}
