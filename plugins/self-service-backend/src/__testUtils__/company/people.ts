// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Entity } from '@backstage/catalog-model';

const user = (name: string, group: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, namespace: 'default' },
  spec: {
    profile: {
      displayName: `${name} of ${group}`,
      email: `${name}@acme.example`,
    },
  },
  relations: [{ type: 'memberOf', targetRef: `group:default/${group}` }],
});

/** Pia and Paul are of payments, Nia of netops, Dan of data, Pat of platform, Eve of nothing that owns anything. */
export const PEOPLE: Entity[] = [
  user('pia', 'payments'),
  user('paul', 'payments'),
  user('nia', 'netops'),
  user('dan', 'data-platform'),
  user('pat', 'platform'),
  user('eve', 'guests'),
  ...['payments', 'netops', 'data-platform', 'platform', 'guests'].map(
    (name): Entity => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name, namespace: 'default' },
      spec: { type: 'team', children: [] },
      relations: [],
    }),
  ),
];
