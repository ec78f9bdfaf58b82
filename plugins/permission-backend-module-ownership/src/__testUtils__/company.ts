// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mockCredentials } from '@backstage/backend-test-utils';

/** The people of the tests; `gus` is in no team. */
export const PEOPLE = {
  gus: 'user:default/gus',
  pia: 'user:default/pia',
  otto: 'user:default/otto',
  tia: 'user:default/tia',
  pat: 'user:default/pat',
} as const;

export type Person = keyof typeof PEOPLE;

export const as = (person: Person) => ({
  Authorization: mockCredentials.user.header(PEOPLE[person]),
});

const user = (name: string, memberOf: string[]) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name },
  spec: { memberOf },
});

const group = (name: string, parent?: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name },
  spec: { type: 'team', parent, children: [] },
});

const component = (name: string, owner: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name },
  spec: { type: 'service', lifecycle: 'production', owner },
});

const template = (name: string, steps: object[]) => ({
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { name },
  spec: {
    type: 'service',
    owner: 'group:default/template-authors',
    parameters: [
      {
        title: 'Where to',
        properties: { repoUrl: { type: 'string', title: 'Repository' } },
      },
    ],
    steps,
  },
});

/** Whoever runs it says where to: a form page protects nothing. */
const publish = {
  id: 'publish',
  action: 'publish:github:pull-request',
  input: { repoUrl: '${{ parameters.repoUrl }}' },
};

/** payments and orders are in product; payments owns `ledger`, product owns `shop`, orders owns `cart`. */
const ENTITIES = [
  group('product'),
  group('payments', 'product'),
  group('orders', 'product'),
  group('platform'),
  group('template-authors'),
  user('gus', []),
  user('pia', ['payments']),
  user('otto', ['orders']),
  user('tia', ['template-authors']),
  user('pat', ['platform']),
  component('ledger', 'group:default/payments'),
  component('shop', 'group:default/product'),
  component('cart', 'group:default/orders'),
  template('own', [
    { id: 'log', action: 'debug:log', input: { message: 'hello' } },
    { id: 'unit', action: 'iac:terragrunt:unit', input: {} },
  ]),
  template('publish', [publish]),
  template('unnamed', [{ id: 'unnamed', action: 'acme:deploy', input: {} }]),
];

export const CATALOG_SIZE = ENTITIES.length;

/** JSON documents are YAML documents too. */
export const CATALOG = ENTITIES.map(entity => JSON.stringify(entity)).join(
  '\n---\n',
);

export const policyWith = (unmanaged: string) => `apiVersion: ownership/v1
kind: OwnershipPolicy
defaults: { decision: deny, unmanaged: ${unmanaged} }
teams:
  payments: { groups: [group:default/payments] }
environments:
  dev: { tier: nonprod, owners: [payments], accounts: ['111111111111'] }
services:
  payments-api: { owners: [payments] }
rules:
  - { id: owners, effect: allow, to: ['owner:service'], actions: [service.deploy], in: [dev], on: ['service:*'] }
layout:
  - { repo: live, glob: 'live/{account}/{environment}/{unit}/**' }
`;
