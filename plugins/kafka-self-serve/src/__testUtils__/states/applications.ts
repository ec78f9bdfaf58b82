// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  applicationOf,
  credentialOf,
  environmentOf,
  environmentsOf,
  grantOf,
  instanceOf,
  pageOf,
} from '../views';
import { ENVIRONMENTS_FIRST } from './shared';
import type { PageStates } from './types';
import { many, refusedOf } from './worst';

const orders = applicationOf();

/** Of an application that has much, for somebody who may do nothing about it. */
const worstApplication = () =>
  applicationOf({
    actions: refusedOf(orders.actions),
    instances: [
      instanceOf({
        credentials: many(index =>
          credentialOf({
            id: `credential-${index}`,
            passwordWaiting: false,
            actions: refusedOf(credentialOf().actions),
          }),
        ),
      }),
    ],
    accessOut: many(index =>
      grantOf({ id: `grant-${index}`, actions: refusedOf(grantOf().actions) }),
    ),
  });

/** The pages of applications. */
export const applicationStates: PageStates[] = [
  {
    page: '/applications',
    open: '/applications',
    answers: { 'GET /applications': () => pageOf(orders) },
    reads: {
      call: 'GET /applications',
      loading: 'The applications are loading',
      error: 'The applications could not be loaded',
      notAllowed: 'You may not see applications',
    },
    empty: {
      answers: { 'GET /applications': () => pageOf() },
      title: 'No applications yet',
      next: 'Ask for an application',
    },
    filled: {
      texts: ['1 found'],
      links: {
        orders: '/kafka/applications/orders',
        dev: '/kafka/environments/dev',
        'orders-api': '/catalog/default/component/orders-api',
        'Ask for an application': '/kafka/new-application',
      },
    },
    worst: { without: 'the server pages it; anybody may ask for one' },
  },
  {
    page: '/applications/:name',
    open: '/applications/orders',
    answers: { 'GET /applications/orders': () => orders },
    reads: {
      call: 'GET /applications/orders',
      loading: 'The application is loading',
      error: 'The application could not be loaded',
      notAllowed: 'You may not see this application',
    },
    empty: {
      answers: {
        'GET /applications/orders': () =>
          applicationOf({ instances: [], accessOut: [] }),
      },
      title: 'It is in no environment yet.',
      next: 'Bring it into an environment',
    },
    filled: {
      texts: ['User:orders', '12 of 120', 'Ask for a credential'],
      links: {
        'orders-api': '/catalog/default/component/orders-api',
        dev: '/kafka/environments/dev',
        'orders.created': '/kafka/topics/dev/orders.created',
        'payments@dev': '/kafka/applications/payments',
        'Ask for a topic': '/kafka/topics/new?application=orders',
        'Bring it into an environment':
          '/kafka/applications/orders/new-environment',
      },
    },
    worst: {
      answers: { 'GET /applications/orders': worstApplication },
      buttons: [
        'Ask for a topic',
        'Bring it into an environment',
        'Ask for other limits',
        'Ask for a credential',
        'Rotate',
        'Revoke',
      ],
    },
  },
  {
    page: '/new-application',
    open: '/new-application',
    answers: {},
    reads: {
      without:
        'the form is there at once; the catalog only suggests, which is tested with its picker',
    },
    empty: { without: 'a form' },
    filled: {
      texts: [
        'Ask for an application',
        'The group that decides about access to its topics.',
        'Show the plan',
        'Go on to the review',
      ],
      links: {},
    },
    worst: { without: 'anybody may ask for an application' },
  },
  {
    page: '/applications/:name/new-environment',
    open: '/applications/orders/new-environment',
    answers: { 'GET /environments': () => environmentsOf(environmentOf()) },
    ...ENVIRONMENTS_FIRST,
    filled: {
      texts: [
        'Bring orders into an environment',
        'Choose an environment',
        'Show the plan',
      ],
      links: {},
    },
    worst: {
      without:
        'whether one may is said on the page of the application, and by the plan',
    },
  },
];
