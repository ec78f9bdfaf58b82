// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { previewOf, requestOf, suggestionOf } from '../views';
import { askStates } from './asks';
import { applicationStates } from './applications';
import { partStates } from './parts';
import { driftStates } from './drift';
import { requestStates } from './requests';
import { resourceStates } from './resources';
import type { PageStates } from './types';

/** The page around a section, all of which is well. */
function on(page: string) {
  const around = [
    ...applicationStates,
    ...askStates,
    ...driftStates,
    ...partStates,
    ...requestStates,
    ...resourceStates,
  ].find(row => row.page === page)!;
  const { open, answers } = around;
  return { page, open, answers };
}

const worst = { without: 'tested with the page around it' };
const SUBJECT = on('/subjects/:environment/:name');
const TOPIC = on('/topics/:environment/:name');
const RESET = on('/groups/:environment/:name/reset');
const PROMOTE = on('/topics/:environment/:name/promote');
const PROTECTION = on('/topics/:environment/:name/protection');
const REQUEST = on('/requests/:id');
const ENTITY = on('entity-content:kafka-self-serve/kafka');
const DRIFT = on('/drift');

// What is pressed is not covered; to look through all of a page for that takes long.
const user = userEvent.setup({ pointerEventsCheck: 0 });
const press = async (words: string, selector?: string) =>
  user.click(await screen.findByText(words, { selector }));

/** What a page reads beside itself, and shows in a section with states of its own. */
export const sectionStates: PageStates[] = [
  {
    ...SUBJECT,
    part: 'versions',
    reads: {
      call: 'GET /subjects/dev/orders.created-value/versions/2',
      loading: 'The version is loading',
      error: 'The version could not be loaded',
      notAllowed: 'You may not see this subject',
    },
    empty: { without: 'without versions it is not there' },
    filled: { texts: ['removed', 'added'], links: {} },
    worst,
  },
  {
    ...TOPIC,
    part: 'requests',
    reads: {
      call: 'GET /requests',
      loading: 'The requests about it are loading',
      error: 'The requests about it could not be loaded',
      notAllowed: 'You may not see the requests about it',
    },
    empty: {
      answers: { 'GET /requests': () => ({ items: [] }) },
      title: 'You see no request about it.',
      next: 'Change configs',
    },
    filled: {
      texts: ['Waiting for a decision'],
      links: {
        'Request 1: Create topic orders.new in dev':
          '/kafka/requests/request-1',
        otto: '/catalog/default/user/otto',
      },
    },
    worst,
  },
  {
    ...RESET,
    part: 'preview',
    reads: {
      call: 'POST /offset-preview',
      loading: 'The broker is being asked',
      error: 'The broker could not be asked',
      notAllowed: 'These offsets cannot be reset by you now',
    },
    empty: { without: 'the filled state of the page has no offsets' },
    filled: {
      texts: ['The group has no offsets that could be moved.'],
      links: {},
    },
    worst: {
      answers: {
        'POST /offset-preview': () => ({
          moves: Array.from({ length: 500 }, (_, partition) => ({
            topic: 'orders.created',
            partition,
            after: '0',
            lag: '9',
          })),
          problems: [],
          group: { groupId: 'orders.search', state: 'EMPTY', members: 0 },
        }),
      },
      shows: 'and 300 more partitions',
    },
  },
  {
    ...PROMOTE,
    part: 'difference',
    reads: {
      call: 'POST /promotion-diff',
      loading: 'The environments are being compared',
      error: 'The environments could not be compared',
      notAllowed: 'You may not compare these environments',
    },
    empty: { without: 'where nothing differs, that is the answer' },
    filled: { texts: ['Nothing: it is the same there.'], links: {} },
    worst,
  },
  {
    ...PROTECTION,
    part: 'plan',
    enter: () => press('Show the plan'),
    answers: {
      ...PROTECTION.answers,
      'POST /requests/preview': () =>
        previewOf({
          openRequest: requestOf({ number: 7 }),
        }),
    },
    reads: {
      call: 'POST /requests/preview',
      loading: 'The plan is being made',
      error: 'The plan could not be made',
      notAllowed: 'You may not ask for this',
    },
    empty: { without: 'until it is asked for, the form says what it is' },
    filled: {
      texts: ['Make the topic orders.paid', 'Nobody has to approve it.'],
      links: { 'Request 7': '/kafka/requests/request-7' },
    },
    worst,
  },
  {
    ...REQUEST,
    part: 'what it touches',
    reads: {
      call: 'GET /topics/dev/orders.new',
      loading: 'What it touches is loading',
      error: 'What it touches could not be read',
      notAllowed: 'You may not see what it touches',
    },
    answers: {
      ...REQUEST.answers,
      'GET /topics/dev/orders.new':
        TOPIC.answers['GET /topics/dev/orders.created'],
      'GET /limits': () => ({ items: [] }),
    },
    empty: { without: 'a topic that is not there yet: filled of its page' },
    filled: {
      texts: ['payments@dev'],
      links: { 'Topic orders.new in dev': '/kafka/topics/dev/orders.new' },
    },
    worst,
  },
  {
    ...ENTITY,
    part: 'one application',
    reads: {
      call: 'GET /applications/orders',
      loading: 'What it has on Kafka is loading',
      error: 'What it has on Kafka could not be loaded',
      notAllowed: 'You may not see what it has on Kafka',
    },
    empty: {
      answers: {
        'GET /topics': () => ({ items: [], snapshots: [] }),
        'GET /groups': () => ({ items: [], snapshots: [] }),
      },
      title: 'It has no topics.',
      next: 'It has no consumer groups.',
    },
    filled: { texts: ['Topics'], links: {} },
    worst,
  },
  {
    ...DRIFT,
    part: 'import',
    isAdministrator: true,
    enter: async () => {
      await press('Choose an environment');
      await press('Development', '[role="option"], [role="option"] *');
    },
    answers: {
      ...DRIFT.answers,
      'GET /import-suggestions': () => ({ items: [suggestionOf()] }),
    },
    reads: {
      call: 'GET /import-suggestions',
      loading: 'The suggestions are loading',
      error: 'The suggestions could not be loaded',
      notAllowed: 'Topics are imported by administrators',
    },
    empty: {
      answers: { 'GET /import-suggestions': () => ({ items: [] }) },
      title: /^Nothing to import here/,
      next: /Choose another environment\.$/,
    },
    filled: {
      texts: ['User:audit writes it.', 'Mark the topics to import first.'],
      links: {},
    },
    worst: { without: 'the server gives the first hundred' },
  },
];
