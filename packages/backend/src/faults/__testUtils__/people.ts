// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Entity } from '@backstage/catalog-model';
import { PEOPLE } from './inside';

const named =
  (name: string) =>
  ({ kind, metadata }: Entity) =>
    kind === 'User' && metadata.name === name;

/** The people of the small company, and Pam: of platform, as Pat is. */
export const EVERYBODY: Entity[] = [
  ...PEOPLE,
  ...PEOPLE.filter(named('pat')).map(pat => ({
    ...pat,
    metadata: { ...pat.metadata, name: 'pam' },
    spec: { profile: { displayName: 'pam', email: 'pam@acme.example' } },
  })),
];

/** Somebody has left their team. */
export const afterLeaving = (name: string): Entity[] =>
  EVERYBODY.map(entity =>
    named(name)(entity)
      ? {
          ...entity,
          relations: [{ type: 'memberOf', targetRef: 'group:default/guests' }],
        }
      : entity,
  );
