// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  driftOf,
  environmentOf,
  environmentsOf,
  orphanOf,
  pageOf,
  YES,
} from '../views';
import type { PageStates } from './types';
import { many, refusedOf } from './worst';

const DRIFT = {
  'GET /drift': () => pageOf(driftOf()),
  'GET /orphans': () => pageOf(orphanOf()),
  'GET /environments': () => environmentsOf(environmentOf()),
};

/** The page of drift, part by part. */
export const driftStates: PageStates[] = [
  {
    page: '/drift',
    part: 'differences',
    open: '/drift',
    answers: DRIFT,
    reads: {
      call: 'GET /drift',
      loading: 'The differences are loading',
      error: 'The differences could not be loaded',
      notAllowed: 'You may not see differences',
    },
    empty: {
      answers: { 'GET /drift': () => pageOf() },
      title: 'Everything is as it was asked for',
      next: 'The last scans of the clusters found no difference.',
    },
    filled: {
      texts: ['partitions: 3, found 6', 'Adopt', 'Ignore'],
      links: {
        'orders.created is not as desired': '/kafka/topics/dev/orders.created',
        dev: '/kafka/environments/dev',
      },
    },
    worst: {
      answers: {
        'GET /drift': () =>
          pageOf(
            driftOf({
              action: refusedOf({ action: YES }).action,
              changes: many(index => ({ path: `configs.${index}` })),
            }),
          ),
      },
      buttons: ['Adopt', 'Ignore'],
    },
  },
  {
    page: '/drift',
    part: 'before the first scan',
    open: '/drift',
    answers: {
      ...DRIFT,
      'GET /drift': () => pageOf(),
      'GET /environments': () =>
        environmentsOf(environmentOf({ status: { reachable: true } })),
    },
    reads: { without: 'as the differences' },
    empty: { without: 'what it is about is that nothing is known' },
    filled: {
      texts: [
        'Not scanned yet',
        'not scanned yet; the first scan is within five minutes',
        'Scan now',
      ],
      links: { dev: '/kafka/environments/dev' },
    },
    worst: { without: 'as the differences' },
  },
  {
    page: '/drift',
    part: 'orphans',
    open: '/drift',
    answers: DRIFT,
    reads: {
      call: 'GET /orphans',
      loading: 'The orphans are loading',
      error: 'The orphans could not be loaded',
      notAllowed: 'You may not see orphans',
    },
    empty: {
      answers: { 'GET /orphans': () => pageOf() },
      title: 'Nothing without an owner',
      next: 'Everything that was found on the clusters belongs to somebody.',
    },
    filled: {
      texts: ['User:audit'],
      links: { 'legacy.audit': '/kafka/topics/dev/legacy.audit' },
    },
    worst: { without: 'the server pages it; an orphan is claimed on its page' },
  },
];
