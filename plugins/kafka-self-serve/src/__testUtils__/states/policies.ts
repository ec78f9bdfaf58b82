// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { policyOf, YES } from '../views';
import type { PageStates } from './types';
import { refusedOf } from './worst';

const administrators = {
  title: 'Policies are written by administrators',
  whom: 'Ask one of them where a rule is wrong.',
};

/** Of the pages about one policy. */
const ONE = {
  call: 'GET /policies/names',
  loading: 'The policy is loading',
  error: 'The policy could not be loaded',
  notAllowed: 'You may not see this policy',
};

/** The pages of policies. */
export const policyStates: PageStates[] = [
  {
    page: '/policies',
    open: '/policies',
    answers: {
      'GET /policies': () => ({ items: [policyOf()], actions: { edit: YES } }),
    },
    reads: {
      call: 'GET /policies',
      loading: 'The policies are loading',
      error: 'The policies could not be loaded',
      notAllowed: 'You may not see policies',
    },
    empty: {
      answers: {
        'GET /policies': () => ({ items: [], actions: { edit: YES } }),
      },
      title: 'No policies yet',
      next: /An administrator makes the first one\.$/,
    },
    filled: {
      texts: ['What topics are called'],
      links: {
        names: '/kafka/policies/names',
        dev: '/kafka/environments/dev',
        'Make a policy': '/kafka/new-policy',
      },
    },
    worst: {
      answers: {
        'GET /policies': () => ({
          items: [policyOf()],
          actions: refusedOf({ edit: YES }),
        }),
      },
      buttons: ['Make a policy'],
    },
  },
  {
    page: '/policies/:name',
    open: '/policies/names',
    answers: { 'GET /policies/names': () => policyOf() },
    reads: ONE,
    empty: {
      answers: { 'GET /policies/names': () => policyOf({ constraints: [] }) },
      title: 'It has no rules.',
      next: 'Edit',
    },
    filled: {
      texts: [
        'between 1 and 12',
        'Refuses',
        'More than twelve are never needed.',
        // For those who are no administrators.
        'Policies are written by administrators',
      ],
      links: { dev: '/kafka/environments/dev' },
    },
    worst: {
      without:
        'who may write policies is no action of the view: the filled state has the cause; rules are written by hand',
    },
  },
  {
    page: '/new-policy',
    open: '/new-policy',
    administrators,
    answers: {},
    reads: { without: 'a new policy is made of nothing' },
    empty: { without: 'a form begins with its first rule' },
    filled: {
      texts: ['Make a policy', 'Rule 1', 'Add a rule', 'Name it first.'],
      links: { Cancel: '/kafka/policies' },
    },
    worst: { without: 'who may not is told so in place of the form' },
  },
  {
    page: '/policies/:name/edit',
    open: '/policies/names/edit',
    administrators,
    answers: { 'GET /policies/names': () => policyOf() },
    reads: ONE,
    empty: { without: 'a policy that is there has its name' },
    filled: {
      texts: ['Edit names', 'Rule 1', 'Save'],
      links: { Cancel: '/kafka/policies' },
    },
    worst: { without: 'who may not is told so in place of the form' },
  },
];
