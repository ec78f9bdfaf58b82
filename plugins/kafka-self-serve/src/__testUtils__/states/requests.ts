// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { requestOf, YES } from '../views';
import type { PageStates } from './types';
import { refusedOf } from './worst';

const ONE = 'GET /requests/request-1';
const TITLE = 'Create topic orders.new in dev';
const all = Object.fromEntries(
  Object.keys(requestOf().actions).map(name => [name, YES]),
) as ReturnType<typeof requestOf>['actions'];
const request = requestOf({
  actions: all,
  payload: { operation: 'create', environment: 'dev', name: 'orders.new' },
});
const LIST = { 'GET /requests': () => ({ items: [request] }) };
const NONE = { 'GET /requests': () => ({ items: [] }) };
const EVERYBODY = 'The requests of everybody are for administrators';
const OWN = {
  call: 'GET /requests',
  loading: 'busy',
  error: 'The requests of “Kafka” could not be loaded',
  notAllowed: 'you may not see the requests of “Kafka”',
};
const PAGED = { without: 'the server pages it; a row has no button' };

/** The pages of requests. */
export const requestStates: PageStates[] = [
  {
    page: '/my-requests',
    open: '/my-requests',
    answers: LIST,
    reads: OWN,
    empty: {
      answers: NONE,
      title: 'You have asked for nothing yet',
      next: 'Ask for a topic',
    },
    filled: {
      texts: ['Waiting for a decision'],
      links: { [`#1 ${TITLE}`]: '/kafka/requests/request-1' },
    },
    worst: PAGED,
  },
  {
    page: '/to-decide',
    open: '/to-decide',
    answers: LIST,
    reads: OWN,
    empty: {
      answers: NONE,
      title: 'Nothing waits for you',
      next: 'Requests that you may decide about appear here.',
    },
    filled: {
      texts: ['Waiting for a decision'],
      links: { [`#1 ${TITLE}`]: '/kafka/requests/request-1' },
    },
    worst: PAGED,
  },
  {
    page: '/requests',
    open: '/requests',
    administrators: {
      title: EVERYBODY,
      whom: 'Your own are under My requests, and those that you may decide about under To decide.',
    },
    answers: LIST,
    reads: {
      call: 'GET /requests',
      loading: 'The requests are loading',
      error: 'The requests could not be loaded',
      notAllowed: EVERYBODY,
    },
    empty: {
      answers: NONE,
      title: 'Nothing here',
      next: 'Show all requests',
    },
    filled: {
      texts: ['Pending (2)', 'All (7)'],
      links: {
        [`#1 ${TITLE}`]: '/kafka/requests/request-1',
        otto: '/catalog/default/user/otto',
      },
    },
    worst: PAGED,
  },
  {
    page: '/requests/:id',
    open: '/requests/request-1',
    answers: {
      [ONE]: () => request,
      'GET /requests/request-1/events': () => ({
        items: [],
        chain: { ok: true, requests: 1, events: 0 },
      }),
      'GET /requests/request-1/comments': () => ({ items: [] }),
    },
    reads: {
      call: ONE,
      loading: 'The request is loading',
      error: 'The request could not be loaded',
      notAllowed: 'you may not see this request',
    },
    empty: { without: 'a request is never empty' },
    filled: {
      texts: ['There is no topic orders.new in dev yet.'],
      links: { otto: '/catalog/default/user/otto' },
    },
    worst: {
      answers: {
        [ONE]: () => requestOf({ actions: refusedOf(all) }),
      },
      buttons: ['Approve', 'Reject', 'Request changes'],
    },
  },
  {
    page: '/requests/:id/revise',
    open: '/requests/request-1/revise',
    answers: {
      [ONE]: () =>
        requestOf({
          payload: request.payload,
          actions: all,
        }),
    },
    reads: {
      call: ONE,
      loading: 'The request is loading',
      error: 'The request could not be loaded',
      notAllowed: 'You cannot edit this request',
    },
    empty: { without: 'a form begins with what was asked for' },
    filled: {
      texts: [`Edit request 1: ${TITLE}`, 'Change something first.'],
      links: { Cancel: '/kafka/requests/request-1' },
    },
    worst: {
      answers: {
        [ONE]: () => requestOf({ actions: refusedOf(all) }),
      },
      says: 'Not allowed: You cannot edit this request',
    },
  },
];
