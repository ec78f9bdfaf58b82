// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { TopicDetail } from '@fairway/backstage-plugin-kafka-self-serve-common';
import {
  SUBJECT_ASKS,
  type SubjectAsk,
  TOPIC_ASKS,
  type TopicAsk,
} from '../../pages/ask';
import type { Answers } from '../FakeKafka';
import {
  applicationOf,
  environmentOf,
  environmentsOf,
  groupOf,
  pageOf,
  policyOf,
  subjectOf,
  topicDetailOf,
  YES,
} from '../views';
import type { PageStates } from './types';
import { refusedOf } from './worst';

const TOPIC = 'GET /topics/dev/orders.created';
const SUBJECT = 'GET /subjects/dev/orders.created-value';
const GROUP = 'GET /groups/dev/orders.search';
const search = applicationOf({ name: 'search' });
const { actions } = topicDetailOf();

/** Everything may be asked for about it. */
const topicOf = (changes: Partial<TopicDetail> = {}) =>
  topicDetailOf({
    promotesTo: 'prod',
    ...changes,
    actions: { ...actions, promote: YES, claim: YES },
  });

const ANSWERS: Answers = {
  [TOPIC]: () => topicOf(),
  'GET /environments/dev': () => environmentOf(),
  'GET /applications': () => pageOf(search),
  'GET /applications/search': () => search,
  'POST /promotion-diff': () => ({
    from: 'dev',
    to: 'prod',
    problems: [],
    items: [{ name: 'orders.created', changes: [], problems: [] }],
  }),
};

/** What each form is about. */
const SAID: Record<TopicAsk, PageStates['filled']['texts']> = {
  access: ['Get access to orders.created', 'Consumer group'],
  config: ['Change configs of orders.created', 'retention.ms'],
  partitions: ['Add partitions to orders.created', 'More than 3.'],
  schema: ['Register a schema for orders.created', 'Format'],
  promote: [
    'Promote orders.created',
    'It is not in prod yet: it would be made.',
    'Nothing: it is the same there.',
  ],
  protection: ['Deletion protection of orders.created'],
  claim: ['Claim orders.created', /Whoever claims it is responsible/],
  delete: ['Delete orders.created', 'Who would notice'],
};

const NO_APPLICATION: PageStates['empty'] = {
  answers: { 'GET /applications': () => pageOf() },
  title: 'No application of your teams is in dev',
  next: 'Ask for an application',
};

const topicAsk = (ask: TopicAsk): PageStates => ({
  page: `/topics/:environment/:name/${ask}`,
  open: `/topics/dev/orders.created/${ask}`,
  answers: ANSWERS,
  reads: {
    call: TOPIC,
    loading: 'The topic is loading',
    error: 'The topic could not be loaded',
    notAllowed: 'You may not see this topic',
  },
  empty:
    ask === 'access' || ask === 'claim'
      ? NO_APPLICATION
      : { without: 'the form begins with what the topic has' },
  filled: {
    texts: [...SAID[ask], 'Show the plan', 'Go on to the review'],
    links: { Cancel: '/kafka/topics/dev/orders.created' },
  },
  worst: {
    answers: { [TOPIC]: () => topicDetailOf({ actions: refusedOf(actions) }) },
    says: 'Not allowed: This cannot be asked for now',
  },
});

const SAID_OF_SUBJECT: Record<SubjectAsk, PageStates['filled']['texts']> = {
  register: ['Register a version of orders.created-value', 'Format'],
  compatibility: [
    'Compatibility of orders.created-value',
    'It is BACKWARD now.',
  ],
};

const subjectAsk = (ask: SubjectAsk): PageStates => ({
  page: `/subjects/:environment/:name/${ask}`,
  open: `/subjects/dev/orders.created-value/${ask}`,
  answers: {
    [SUBJECT]: () => subjectOf(),
    'GET /environments/dev': () => environmentOf(),
  },
  reads: {
    call: SUBJECT,
    loading: 'The subject is loading',
    error: 'The subject could not be loaded',
    notAllowed: 'You may not see this subject',
  },
  empty: { without: 'the form begins with what the subject has' },
  filled: {
    texts: [...SAID_OF_SUBJECT[ask], 'Show the plan', 'Go on to the review'],
    links: { Cancel: '/kafka/subjects/dev/orders.created-value' },
  },
  worst: {
    answers: {
      [SUBJECT]: () => subjectOf({ actions: refusedOf(subjectOf().actions) }),
    },
    says: 'Not allowed: This cannot be asked for now',
  },
});

/** The forms that become requests. */
export const askStates: PageStates[] = [
  ...TOPIC_ASKS.map(topicAsk),
  ...SUBJECT_ASKS.map(subjectAsk),
  {
    page: '/topics/new',
    open: '/topics/new',
    answers: {
      ...ANSWERS,
      'GET /environments': () => environmentsOf(environmentOf()),
      'GET /policies': () => ({ items: [policyOf()], actions: { edit: YES } }),
      'GET /topics': () => pageOf(),
    },
    reads: {
      call: 'GET /applications',
      loading: 'Your applications and the environments are loading',
      error: 'The form could not be loaded',
      notAllowed: 'You may not ask for topics',
    },
    empty: {
      answers: { 'GET /applications': () => pageOf() },
      title: 'A topic belongs to an application in an environment',
      next: 'Ask for an application',
    },
    filled: {
      texts: [
        'Whose and where',
        'S: partitions 1, kept 1 day',
        '13 of 120 partitions with this one',
        'Show the plan',
        'Go on to the review',
      ],
      links: { Cancel: '/kafka/topics' },
    },
    worst: {
      without: 'whether it may be is said by the plan, which is tested with it',
    },
  },
  {
    page: '/groups/:environment/:name/reset',
    open: '/groups/dev/orders.search/reset',
    answers: {
      [GROUP]: () =>
        groupOf({ groupId: 'orders.search', actions: { reset: YES } }),
      'POST /offset-preview': () => ({
        moves: [],
        problems: [],
        group: { groupId: 'orders.search', state: 'EMPTY', members: 0 },
      }),
    },
    reads: {
      call: GROUP,
      loading: 'The group is loading',
      error: 'The group could not be loaded',
      notAllowed: 'You may not see this group',
    },
    empty: { without: 'the filled state has a group without offsets' },
    filled: {
      texts: [
        'Reset offsets of orders.search',
        'the earliest record that is kept',
        'The group has no offsets that could be moved.',
      ],
      links: { Cancel: '/kafka/groups/dev/orders.search' },
    },
    worst: {
      answers: {
        [GROUP]: () => groupOf({ actions: refusedOf(groupOf().actions) }),
      },
      says: 'Not allowed: These offsets cannot be reset by you now',
    },
  },
];
