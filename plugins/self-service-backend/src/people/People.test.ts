// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { People } from './People';

const user = (name: string, profile?: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, namespace: 'default' },
  spec: { profile },
  relations: [{ type: 'memberOf', targetRef: 'group:default/payments' }],
});

const people = People.create({
  auth: mockServices.auth(),
  catalog: catalogServiceMock({
    entities: [
      user('pia', { displayName: 'Pia Payne', email: 'pia@acme.example' }),
      user('eve', { displayName: 'Eve <root@evil>\nParent: x', email: '<>' }),
    ],
  }),
});

const group = (name: string, parent?: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name, namespace: 'default' },
  spec: {},
  relations: parent
    ? [{ type: 'childOf', targetRef: `group:default/${parent}` }]
    : [],
});

describe('People', () => {
  it('finds the members of a group and of the groups below it, as many as are asked for', async () => {
    const found = People.create({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({
        entities: [
          // The catalog keeps nobody from writing a cycle.
          group('shop', 'all'),
          group('payments', 'shop'),
          group('all', 'payments'),
          group('empty', 'all'),
          user('pia'),
          { ...user('otto'), relations: [] },
        ],
      }),
    });
    const all = (name: string, limit = 10) =>
      found.membersOf(`group:default/${name}`, { limit });
    expect(await all('shop')).toEqual(['user:default/pia']);
    expect(await all('payments')).toEqual(['user:default/pia']);
    expect(await all('empty')).toEqual([]);
    expect(await all('shop', 0)).toEqual([]);
  });

  it('takes name and email from the profile, and the groups', async () => {
    await expect(people.requester('user:default/pia')).resolves.toEqual({
      author: { name: 'Pia Payne', email: 'pia@acme.example' },
      groupRefs: ['group:default/payments'],
    });
  });

  it('commits under the entity ref where the catalog has no profile', async () => {
    await expect(people.requester('user:default/nobody')).resolves.toEqual({
      author: {
        name: 'nobody',
        email: 'nobody.default@users.noreply.invalid',
      },
      groupRefs: [],
    });
  });

  it('lets no profile break out of the author line', async () => {
    const { author } = await people.requester('user:default/eve');
    expect(author).toEqual({
      name: 'Eve root@evil Parent: x',
      email: 'eve.default@users.noreply.invalid',
    });
  });
});
