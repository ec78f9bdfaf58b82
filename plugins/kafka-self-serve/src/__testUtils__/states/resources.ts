// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  grantOf,
  groupOf,
  requestOf,
  subjectOf,
  subjectVersionOf,
  topicDetailOf,
} from '../views';
import type { PageStates } from './types';
import { many, refusedOf } from './worst';

const [topic, group, subject] = [
  topicDetailOf({ access: { owners: [], grants: [grantOf()], acls: [] } }),
  groupOf(),
  subjectOf(),
];
const TOPIC = 'GET /topics/dev/orders.created';
const GROUP = 'GET /groups/dev/payments.orders-reader';
const SUBJECT = 'GET /subjects/dev/orders.created-value';
const OWNER = { orders: '/catalog/default/group/orders' };

const worstTopic = () =>
  topicDetailOf({
    actions: refusedOf(topic.actions),
    groups: many(index => ({
      groupId: `reader-${index}`,
      state: 'STABLE',
      members: 1,
    })),
    layout: many(partition => ({ partition, replicas: [1], inSync: [1] })),
    access: {
      owners: [],
      grants: many(index => grantOf({ id: `grant-${index}` })),
      acls: [],
    },
    subjects: many(index => subjectOf({ name: `subject-${index}` })),
  });

/** The pages of one topic, group and subject. */
export const resourceStates: PageStates[] = [
  {
    page: '/topics/:environment/:name',
    open: '/topics/dev/orders.created',
    answers: {
      [TOPIC]: () => topic,
      'GET /requests': () => ({ items: [requestOf()] }),
    },
    reads: {
      call: TOPIC,
      loading: 'The topic is loading',
      error: 'The topic could not be loaded',
      notAllowed: 'You may not see this topic',
    },
    empty: {
      answers: {
        [TOPIC]: () => topicDetailOf({ groups: [], layout: [] }),
        'GET /requests': () => ({ items: [] }),
      },
      title: 'Nobody reads it.',
      next: 'Get access',
    },
    filled: {
      texts: ['Ready', '7 days', 'payments@dev'],
      links: {
        ...OWNER,
        dev: '/kafka/topics?environment=dev',
        'orders.search': '/kafka/groups/dev/orders.search',
        'Get access': '/kafka/topics/dev/orders.created/access',
        'Request 1: Create topic orders.new in dev':
          '/kafka/requests/request-1',
      },
    },
    worst: {
      answers: { [TOPIC]: worstTopic },
      buttons: [
        'Get access',
        'Change configs',
        'Add partitions',
        'Register a schema',
        'Promote',
        'Deletion protection',
        'Claim',
        'Delete',
      ],
    },
  },
  {
    page: '/groups/:environment/:name',
    open: '/groups/dev/payments.orders-reader',
    answers: {
      [GROUP]: () =>
        groupOf({
          application: 'payments',
          ownerRef: 'group:default/orders',
          actions: { reset: { allowed: true } },
        }),
    },
    reads: {
      call: GROUP,
      loading: 'The consumer group is loading',
      error: 'The consumer group could not be loaded',
      notAllowed: 'You may not see this consumer group',
    },
    empty: {
      answers: { [GROUP]: () => groupOf({ partitions: [], history: [] }) },
      title: 'It has committed nothing.',
      next: 'The lag has been read less than twice so far.',
    },
    filled: {
      texts: ['Reading', '24', 'reader-1'],
      links: {
        ...OWNER,
        dev: '/kafka/environments/dev',
        payments: '/kafka/applications/payments',
        'orders.created': '/kafka/topics/dev/orders.created',
        'Reset its offsets': '/kafka/groups/dev/payments.orders-reader/reset',
      },
    },
    worst: {
      answers: {
        [GROUP]: () =>
          groupOf({
            actions: refusedOf(group.actions),
            partitions: many(partition => ({
              topic: 'orders.created',
              partition,
            })),
            history: many(() => group.history[0]),
          }),
      },
      buttons: ['Reset its offsets'],
    },
  },
  {
    page: '/subjects/:environment/:name',
    open: '/subjects/dev/orders.created-value',
    answers: {
      [SUBJECT]: () => subject,
      [`${SUBJECT}/versions/2`]: () => subjectVersionOf(),
      [`${SUBJECT}/versions/1`]: () =>
        subjectVersionOf({ version: 1, schema: '"string"' }),
    },
    reads: {
      call: SUBJECT,
      loading: 'The subject is loading',
      error: 'The subject could not be loaded',
      notAllowed: 'You may not see this subject',
    },
    empty: {
      answers: {
        [SUBJECT]: () => subjectOf({ versions: [], latest: undefined }),
      },
      title: 'No schema is registered yet: register its first version.',
      next: 'Register a version',
    },
    filled: {
      texts: ['BACKWARD', '2 (AVRO)', 'removed'],
      links: {
        ...OWNER,
        dev: '/kafka/environments/dev',
        'orders.created': '/kafka/topics/dev/orders.created',
        'Register a version':
          '/kafka/subjects/dev/orders.created-value/register',
        'Change the compatibility':
          '/kafka/subjects/dev/orders.created-value/compatibility',
      },
    },
    worst: {
      answers: {
        [SUBJECT]: () =>
          subjectOf({
            actions: refusedOf(subject.actions),
            topics: many(index => `topic-${index}`),
          }),
      },
      buttons: ['Register a version', 'Change the compatibility'],
      shows: '50 of 500 are shown.',
    },
  },
];
