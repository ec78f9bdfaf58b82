// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  connectionOf,
  environmentOf,
  environmentsOf,
  policyOf,
} from '../views';
import { ENVIRONMENTS_FIRST } from './shared';
import type { PageStates } from './types';
import { refusedOf } from './worst';

const dev = environmentOf();
const FORM = {
  'GET /connections': () => ({ items: [connectionOf()] }),
  'GET /policies': () => ({
    items: [policyOf()],
    actions: { edit: { allowed: true } },
  }),
};
const FORM_WORDS = {
  loading: 'The form is loading',
  error: 'The form could not be loaded',
  notAllowed: 'Environments are set up by administrators',
};
const administrators = {
  title: 'Environments are set up by administrators',
  whom: 'Ask one of them where you need another one.',
};

/** The pages of environments. */
export const environmentStates: PageStates[] = [
  {
    page: '/environments',
    open: '/environments',
    answers: { 'GET /environments': () => environmentsOf(dev) },
    ...ENVIRONMENTS_FIRST,
    filled: {
      texts: ['Reachable', '4.1'],
      links: {
        Development: '/kafka/environments/dev',
        '6': '/kafka/topics?environment=dev',
        'Set up an environment': '/kafka/new-environment',
      },
    },
    worst: {
      answers: {
        'GET /environments': () => ({
          items: [dev],
          actions: refusedOf(environmentsOf().actions),
        }),
      },
      buttons: ['Set up an environment'],
    },
  },
  {
    page: '/environments/:name',
    open: '/environments/dev',
    answers: { 'GET /environments/dev': () => dev },
    reads: {
      call: 'GET /environments/dev',
      loading: 'The environment is loading',
      error: 'The environment could not be loaded',
      notAllowed: 'You may not see this environment',
    },
    empty: {
      answers: {
        'GET /environments/dev': () =>
          environmentOf({ policyRefs: [], status: undefined }),
      },
      title: 'Not read yet',
      next: 'No policy holds here.',
    },
    filled: {
      texts: ['Development', 'Reachable', '4.1', 'Sync now'],
      links: {
        Edit: '/kafka/environments/dev/edit',
        names: '/kafka/policies/names',
        '6': '/kafka/topics?environment=dev',
      },
    },
    worst: {
      answers: {
        'GET /environments/dev': () =>
          environmentOf({ actions: refusedOf(dev.actions) }),
      },
      buttons: ['Sync now', 'Edit'],
    },
  },
  {
    page: '/new-environment',
    open: '/new-environment',
    administrators,
    answers: FORM,
    reads: { call: 'GET /connections', ...FORM_WORDS },
    empty: {
      answers: { 'GET /connections': () => ({ items: [] }) },
      title:
        'The configuration names no connection: an operator adds one under kafkaSelfServe.clusters.',
      next: 'Choose a connection first.',
    },
    filled: {
      texts: ['Set up an environment', 'Test the connection', 'names', 'Save'],
      links: { Cancel: '/kafka/environments' },
    },
    worst: {
      without:
        'who may not is told so in place of the form, and the configuration names its few connections',
    },
  },
  {
    page: '/environments/:name/edit',
    open: '/environments/dev/edit',
    administrators,
    answers: { ...FORM, 'GET /environments/dev': () => dev },
    reads: { call: 'GET /environments/dev', ...FORM_WORDS },
    empty: { without: 'an environment that is there has its values' },
    filled: {
      texts: ['Edit dev', 'Test the connection', 'Save'],
      links: { Cancel: '/kafka/environments/dev' },
    },
    worst: { without: 'as the form of a new one' },
  },
];
