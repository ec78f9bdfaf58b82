// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { groupOf, pageOf, subjectOf, topicSummaryOf } from '../views';
import type { PageStates } from './types';

const PAGED = { without: 'the server pages it; nothing is asked for in it' };
const OWNER = { orders: '/catalog/default/group/orders' };

/** The lists of what is on the clusters. */
export const listStates: PageStates[] = [
  {
    page: '/topics',
    open: '/topics',
    answers: { 'GET /topics': () => pageOf(topicSummaryOf()) },
    reads: {
      call: 'GET /topics',
      loading: 'The topics are loading',
      error: 'The topics could not be loaded',
      notAllowed: 'You may not see topics',
    },
    empty: {
      answers: { 'GET /topics': () => pageOf() },
      title: 'No topics yet',
      next: 'Ask for a topic',
    },
    filled: {
      texts: ['1 topic', 'Ready'],
      links: {
        'orders.created': '/kafka/topics/dev/orders.created',
        ...OWNER,
        'Ask for a topic': '/kafka/topics/new',
      },
    },
    worst: PAGED,
  },
  {
    page: '/groups',
    open: '/groups',
    answers: {
      'GET /groups': () =>
        pageOf(groupOf({ ownerRef: 'group:default/orders' })),
    },
    reads: {
      call: 'GET /groups',
      loading: 'The consumer groups are loading',
      error: 'The consumer groups could not be loaded',
      notAllowed: 'You may not see consumer groups',
    },
    empty: {
      answers: { 'GET /groups': () => pageOf() },
      title: 'No consumer groups',
      next: 'Find a topic',
    },
    filled: {
      texts: ['Reading', '24'],
      links: {
        'payments.orders-reader': '/kafka/groups/dev/payments.orders-reader',
        dev: '/kafka/environments/dev',
        ...OWNER,
      },
    },
    worst: PAGED,
  },
  {
    page: '/subjects',
    open: '/subjects',
    answers: { 'GET /subjects': () => pageOf(subjectOf()) },
    reads: {
      call: 'GET /subjects',
      loading: 'The subjects are loading',
      error: 'The subjects could not be loaded',
      notAllowed: 'You may not see subjects',
    },
    empty: {
      answers: { 'GET /subjects': () => pageOf() },
      title: 'No subjects',
      next: 'Find a topic',
    },
    filled: {
      texts: ['AVRO', 'BACKWARD', 'Ready'],
      links: {
        'orders.created-value': '/kafka/subjects/dev/orders.created-value',
        dev: '/kafka/environments/dev',
        ...OWNER,
      },
    },
    worst: PAGED,
  },
];
